// All that the demos need until Next works, in one file, which thus comes in one answer: py/builder/assets.py has every other script import this one.

import "./demos.js";

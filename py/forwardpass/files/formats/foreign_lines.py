"""The lines of Python that make, of a file that is not opened here, one that is. Readers copy them; the tests run those whose library is there.

What stands after two spaces and # is a message: it is told in the reader's language.
"""

from ...words.catalogs import N_

PICKLED = N_("an MLPClassifier; if it is a dictionary of arrays, the last line takes **model instead")
SEVERAL, ONE = N_("a dictionary or a list of arrays"), N_("the weights of one layer")

PYTORCH = """\
import torch
from safetensors.torch import save_file

state = torch.load("model.pth", weights_only=True)
save_file(state, "network.safetensors", {"activations": "relu,softmax"})"""

KERAS = """\
import keras
import numpy as np

model = keras.saving.load_model("model.keras")
np.savez("network.npz", *model.get_weights(), activations=["relu", "softmax"])"""

KERAS_H5 = KERAS.replace("model.keras", "model.h5")

PICKLE = f"""\
import pickle
import numpy as np

with open("model.pkl", "rb") as file:
    model = pickle.load(file)  # {PICKLED}
np.savez("network.npz", *model.coefs_, *model.intercepts_, activation=model.activation)"""

SKOPS = """\
import numpy as np
import skops.io

model = skops.io.load("model.skops")
np.savez("network.npz", *model.coefs_, *model.intercepts_, activation=model.activation)"""

NPY = f"""\
import numpy as np

content = np.load("file.npy", allow_pickle=True)
if content.dtype == object:  # {SEVERAL}
    content = content.item() if content.ndim == 0 else dict(enumerate(content))
    np.savez("network.npz", **{{str(name): array for name, array in content.items()}})
else:  # {ONE}
    np.savez("network.npz", weights_1=content)"""

MATLAB = """\
import numpy as np
from scipy.io import loadmat

content = loadmat("file.mat")
np.savez("network.npz", **{name: array for name, array in content.items() if name[0] != "_"})"""

ONNX = """\
import numpy as np
import onnx

graph = onnx.load("model.onnx").graph
arrays = {array.name: onnx.numpy_helper.to_array(array) for array in graph.initializer}
np.savez("network.npz", **arrays, activations=["relu", "softmax"])"""

ARRAYS = """\
import numpy as np

np.savez("network.npz", W1=W1, b1=b1, W2=W2, b2=b2, activations=["relu", "softmax"])"""

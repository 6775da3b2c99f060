"""A wait has an end, and then names what did not come."""

import pytest
from playwright.sync_api import Browser

from builder.shared.console import Failure
from builder.shared.waiting import named, wait_until

pytestmark = pytest.mark.browser


def test_a_condition_that_holds_in_the_end_is_waited_for(browser: Browser) -> None:
    page = browser.new_page()
    page.evaluate("setTimeout(() => document.body.append(document.createElement('hr')), 100)")
    wait_until(page, "a line", lambda: page.locator("hr").count())
    page.close()


def test_what_does_not_come_is_named(browser: Browser) -> None:
    page = browser.new_page()
    with pytest.raises(Failure, match=r"a line: did not come within 0\.1 s"):
        wait_until(page, "a line", lambda: page.locator("hr").count(), seconds=0.1)
    with pytest.raises(Failure, match=r"a line: did not come within 0\.1 s"), named("a line", 0.1):
        page.wait_for_selector("hr", timeout=100)
    page.close()

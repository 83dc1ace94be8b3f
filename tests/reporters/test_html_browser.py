"""The page in a browser: filters, jumps, narrow screens, darkness, paper. Skipped where there is no Chromium."""

from __future__ import annotations

import base64
import shutil
from pathlib import Path

import pytest

from lint_reports.located import Located
from lint_reports.reporters import Style, reporter

selenium = pytest.importorskip("selenium")
BROWSER, DRIVER = (
    next(filter(None, map(shutil.which, names)), None) for names in (("chromium", "google-chrome"), ("chromedriver",))
)
pytestmark = pytest.mark.skipif(not (BROWSER and DRIVER), reason="needs chromium and chromedriver")


@pytest.fixture(scope="module")
def driver():
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = BROWSER
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture
def page(driver, tmp_path, outcomes):
    """Opens the page of some outcomes; those of all tests if none are given."""

    def page(*given: Located, width=1200, height=800, dark=False, fragment="", lang="zh"):
        path: Path = tmp_path / "report.html"
        written = reporter("html").render(
            iter(given or (outcomes[0], outcomes[0]._replace(name="乙/另一份.txt"))), Style(lang)
        )
        path.write_text("".join(written), encoding="utf-8")
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
        driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600},
        )
        driver.get("about:blank")
        driver.get(path.as_uri() + fragment)
        return driver

    return page


def shown(driver, selector: str) -> list[str]:
    return [
        element.get_attribute("id")
        for element in driver.find_elements("css selector", selector)
        if element.is_displayed()
    ]


def count(driver) -> str:
    return driver.find_element("name", "count").text


def test_everything_is_shown_at_first(page) -> None:
    driver = page()
    assert shown(driver, ".card") == ["f1-1", "f1-2", "f1-3", "f2-1", "f2-2", "f2-3"]
    assert count(driver) == "6 / 6"
    assert len(driver.find_elements("css selector", "figure svg")) == 3


def test_filter_by_severity(page) -> None:
    driver = page()
    for severity in ("error", "info"):
        driver.find_element("css selector", f"[name=severity][value={severity}]").click()
    assert shown(driver, ".card") == ["f1-3", "f2-3"]
    assert count(driver) == "2 / 6"
    off = [element.text for element in driver.find_elements("css selector", "#d1 .hit.off")]
    assert off == ["(", "三)", "(三)"]


def test_filter_by_rule(page) -> None:
    from selenium.webdriver.support.select import Select

    driver = page()
    Select(driver.find_element("name", "rule")).select_by_value("outline/duplicate")
    assert shown(driver, ".card") == ["f1-2", "f2-2"]
    assert count(driver) == "2 / 6"


def test_filter_by_file(page) -> None:
    driver = page()
    driver.find_element("name", "path").send_keys("乙/")
    assert shown(driver, "article") == ["d2"]
    assert count(driver) == "3 / 6"


def test_jump_from_one_end_of_a_contradiction_to_the_other(page) -> None:
    driver = page(height=200)
    driver.find_element("css selector", "#f2-2 .related a").click()
    assert driver.current_url.endswith("#m2-2-1")
    top = "return document.getElementById(arguments[0]).getBoundingClientRect().top"
    assert 0 <= driver.execute_script(top, "m2-2-1") <= 200
    driver.find_element("css selector", "#d2 .tag.related").click()
    assert driver.current_url.endswith("#m2-2")


def test_jump_from_finding_to_finding(page) -> None:
    from selenium.webdriver.common.keys import Keys

    driver = page()
    seen = []
    for key in "jjjk":
        driver.switch_to.active_element.send_keys(key)
        seen.append(driver.current_url.partition("#")[2])
    driver.find_element("name", "back").click()
    seen.append(driver.current_url.partition("#")[2])
    assert seen == ["m1-1", "m1-2", "m1-3", "m1-2", "m1-1"]
    driver.find_element("name", "path").send_keys("j", Keys.ESCAPE)
    assert driver.current_url.endswith("#m1-1")


def test_jumps_leave_out_what_is_filtered_away(page) -> None:
    driver = page()
    driver.find_element("css selector", "[name=severity][value=error]").click()
    seen = []
    for _ in range(5):
        driver.find_element("name", "next").click()
        seen.append(driver.current_url.partition("#")[2])
    assert seen == ["m1-1", "m1-3", "m2-1", "m2-3", "m1-1"]


def test_a_mark_is_reached_by_keyboard_and_lights_up_its_other_end(page) -> None:
    driver = page()
    driver.execute_script("document.querySelector('#d1 .hit.related').focus()")
    lit = [element.text for element in driver.find_elements("css selector", ".lit")]
    assert lit == ["(", "三)", "2a⇄", "(三)", "2⇄"]


@pytest.mark.parametrize("width", [320, 390, 768, 1200])
def test_nothing_is_wider_than_the_screen(page, outcomes, width) -> None:
    (checked, *_) = outcomes
    long = checked._replace(name="很长的文件夹/" * 8 + "a-very-long-name-without-any-breaks" * 3 + ".txt")
    driver = page(checked, long, width=width)
    assert driver.execute_script("return document.documentElement.scrollWidth") <= width


BACKGROUND = "return getComputedStyle(document.querySelector(arguments[0])).backgroundColor"


def luminance(color: str) -> float:
    red, green, blue = (int(part) / 255 for part in color[color.index("(") + 1 : -1].split(",")[:3])
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_texts_can_be_read_in_light_and_dark(page, dark) -> None:
    driver = page(dark=dark)
    assert (luminance(driver.execute_script(BACKGROUND, "body")) < 0.1) is dark
    style = "const s = getComputedStyle(document.querySelector(arguments[0])); return s.{}"
    for selector, behind in (
        ("body", "body"), (".hit.error", ".hit.error"), (".hit.warning", ".hit.warning"), (".hit.info", ".hit.info"),
        (".hit.related", ".hit.related"), (".card .about", ".card"), ("b.error", ".card"), ("b.warning", ".card"),
        ("b.info", ".card"), (".card .related a", ".card"), (".line .no", "body"), ("article h2", "article h2"),
    ):  # fmt: skip
        front = luminance(driver.execute_script(style.format("color"), selector))
        back = luminance(driver.execute_script(BACKGROUND, behind))
        assert (max(front, back) + 0.05) / (min(front, back) + 0.05) >= 4.5, selector


def test_on_paper(page) -> None:
    driver = page(dark=True)
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert shown(driver, "#filters") == []
    assert driver.execute_script(BACKGROUND, "body") == "rgb(255, 255, 255)"
    printed = base64.b64decode(driver.execute_cdp_cmd("Page.printToPDF", {"printBackground": True})["data"])
    assert printed.startswith(b"%PDF-")


def test_without_scripts_everything_but_the_filters_is_there(page, driver) -> None:
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        driver = page()
        assert len(shown(driver, ".card")) == 6
        assert shown(driver, "#filters") == []
    finally:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_nothing_is_loaded_and_nothing_goes_wrong(page, hostile) -> None:
    import json

    driver = page(hostile[0]._replace(name="a.txt"))
    driver.find_element("name", "next").click()
    assert driver.get_log("browser") == []
    events = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
    asked = {
        event["params"]["request"]["url"].partition(":")[0]
        for event in events
        if event["method"] == "Network.requestWillBeSent"
    }
    assert asked <= {"file", "about"}
    with pytest.raises(Exception, match="no such alert"):
        driver.switch_to.alert  # noqa: B018 - looking at it is asking for it

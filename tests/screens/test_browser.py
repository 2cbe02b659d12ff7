"""Every page in a real browser that can reach nothing but the explorer, in each language on offer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from taazur.dashboard.reader import OFFERED, direction
from tests.screens.test_pages import WITH_TABLE

pytestmark = pytest.mark.chromium

ALONE = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
PATIENCE = 60_000


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=list(ALONE))
        yield browser
        browser.close()


class Visit:
    """A page that remembers which addresses it asked for and what went wrong in it."""

    def __init__(self, page: Page, home: str) -> None:
        self.page, self.home = page, home
        self.asked: list[str] = []
        self.wrong: list[str] = []
        page.set_default_timeout(PATIENCE)
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("websocket", lambda socket: self.asked.append(socket.url.replace("ws://", "http://")))
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on(
            "console", lambda said: self.wrong.append(said.text) if "Content Security Policy" in said.text else None
        )

    def open(self, page: str, **address: str) -> None:
        query = "&".join(f"{name}={value}" for name, value in address.items())
        self.page.goto(f"{self.home}{'' if page == 'home' else page}?{query}")
        self.find(".tz-foot").wait_for()

    def find(self, css: str, text: str | None = None) -> Locator:
        return self.page.locator(css, has_text=text)

    @property
    def outside(self) -> list[str]:
        return [url for url in self.asked if not url.startswith((self.home, "data:", "blob:"))]

    def document(self) -> tuple[str | None, str | None]:
        root = self.page.locator("html")
        return root.get_attribute("lang"), root.get_attribute("dir")


@pytest.fixture
def visit(browser: Browser, explorer: str) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield Visit(context.new_page(), explorer)
    context.close()


@pytest.mark.parametrize("lang", OFFERED)
@pytest.mark.parametrize("page", WITH_TABLE)
def test_page_stays_on_this_machine(visit: Visit, page: str, lang: str) -> None:
    visit.open(page, lang=lang, **WITH_TABLE[page])

    visit.find(".tz-table:visible").first.wait_for()
    visit.find(f"html[lang={lang}][dir={direction(lang)}]").wait_for(state="attached")
    assert visit.outside == []
    assert visit.wrong == []
    assert visit.find("[role=alert]").count() == 0


def test_a_node_that_is_clicked_is_shown_and_is_in_the_address(visit: Visit) -> None:
    visit.open("network", lang="en", node="programme/ct-travel")

    visit.find('.node[data-id="partner/icao"]').click()

    visit.find("h2", text="International Civil Aviation Organization").wait_for()
    assert "pick=partner%2Ficao" in visit.page.url or "pick=partner/icao" in visit.page.url
    assert visit.find('.node[data-id="partner/icao"]').get_attribute("aria-pressed") == "true"


def test_a_link_to_a_node_restores_the_choice(visit: Visit) -> None:
    visit.open("network", lang="en", node="programme/ct-travel", pick="partner/icao")

    visit.find("h2", text="International Civil Aviation Organization").wait_for()
    visit.find('.node[data-id="partner/icao"][aria-pressed=true]').wait_for()


def test_the_network_takes_the_keyboard(visit: Visit) -> None:
    visit.open("network", lang="en", node="programme/ct-travel")
    visit.find('.node[data-id="programme/ct-travel"]').focus()

    visit.page.keyboard.press("ArrowRight")
    visit.page.keyboard.press("Enter")

    visit.page.wait_for_url("**pick=*")
    assert visit.find(".node[aria-pressed=true]").get_attribute("data-id") != "programme/ct-travel"


def test_links_go_back_and_keep_the_language(visit: Visit) -> None:
    visit.open("programme", lang="ar", id="programme/ct-travel")

    visit.find('a[href*="partner/icao"]').first.click()
    visit.find("h1", text="منظمة الطيران المدني الدولي").wait_for()
    visit.page.go_back()
    visit.find("h1", text="برنامج الأمم المتحدة لمكافحة سفر الإرهابيين").wait_for()

    assert visit.document() == ("ar", "rtl")
    assert visit.wrong == []


def test_the_language_changes_where_one_is(visit: Visit) -> None:
    visit.open("state", lang="en", id="state/CIV")

    visit.find('a[hreflang="ar"]').click()

    visit.find("html[dir=rtl]").wait_for(state="attached")
    visit.find("h1", text="كوت ديفوار").wait_for()
    assert "id=state/CIV" in visit.page.url


def test_names_that_hold_markup_are_text(visit: Visit) -> None:
    visit.open("network", lang="en", q="<img src=x onerror=alert(1)>")

    visit.find(".tz-empty", text="<img src=x onerror=alert(1)>").wait_for()
    assert visit.find("img[src=x]").count() == 0


def test_headers_are_strict(visit: Visit) -> None:
    answer = visit.page.request.get(visit.home)

    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert "unsafe-eval" not in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert visit.page.request.get(f"{visit.home}_stcore/agent/openapi.json").status == 404

"""The marks of the screens: a colour, a shape and a letter for each kind of thing, and a dot for how sure a value is.

Colours are Okabe and Ito's, which nobody confuses; shape and letter say the same
again. Ink is black or white, whichever can be read on the colour.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from taazur.dashboard.words import N_, t


@dataclass(frozen=True)
class Mark:
    """How one kind of thing looks, and what one and many of it are called."""

    letter: str
    color: str
    shape: str
    one: str
    many: str
    ink: str = "#000000"


MARKS = {
    "Programme": Mark(N_("Pr"), "#E69F00", "circle", N_("programme"), N_("Programmes")),
    "Partner": Mark(N_("Pa"), "#0072B2", "square", N_("partner"), N_("Partners"), "#ffffff"),
    "State": Mark(N_("S"), "#009E73", "triangle", N_("State"), N_("States")),
    "Area": Mark(N_("Ar"), "#009E73", "triangleDown", N_("area"), N_("Areas")),
    "Resolution": Mark(N_("R"), "#CC79A7", "diamond", N_("resolution"), N_("Resolutions")),
    "Provision": Mark("§", "#CC79A7", "diamond", N_("provision"), N_("Provisions")),
    "Guideline": Mark(N_("G"), "#CC79A7", "pentagon", N_("good practice"), N_("Good practices")),
    "Need": Mark(N_("N"), "#D55E00", "star", N_("technical assistance need"), N_("Needs")),
    "Theme": Mark(N_("T"), "#56B4E9", "hexagon", N_("theme"), N_("Themes")),
    "Activity": Mark(N_("Ac"), "#F0E442", "circle", N_("activity"), N_("Activities")),
    "Institution": Mark(N_("I"), "#c3c9cf", "square", N_("institution"), N_("Institutions")),
    "AssistanceType": Mark(N_("Ty"), "#c3c9cf", "hexagon", N_("type of assistance"), N_("Types of assistance")),
    "Region": Mark(N_("Re"), "#c3c9cf", "triangle", N_("region"), N_("Regions")),
    "Visit": Mark(N_("V"), "#c3c9cf", "circle", N_("assessment visit"), N_("Visits")),
    "Consultation": Mark(N_("C"), "#c3c9cf", "diamond", N_("capacity consultation"), N_("Capacity consultations")),
    "Milestone": Mark(N_("M"), "#c3c9cf", "pentagon", N_("milestone"), N_("Milestones")),
    "Reference": Mark(N_("Rf"), "#c3c9cf", "pentagon", N_("reference"), N_("References")),
    "Participation": Mark(N_("Pt"), "#c3c9cf", "pentagon", N_("participation"), N_("Participations")),
    "Source": Mark(N_("So"), "#c3c9cf", "square", N_("source"), N_("Sources")),
    "Record": Mark(N_("Rc"), "#c3c9cf", "square", N_("record"), N_("Records")),
}
OTHER = Mark("?", "#c3c9cf", "pentagon", N_("other"), N_("Others"))

GRADES = {
    "seen": ("full", N_("confirmed in a source")),
    "copy": ("full", N_("confirmed in a copy of the source")),
    "secondary": ("half", N_("secondary source, not compared with the original")),
    "unverified": ("open", N_("not confirmed in a source")),
}


def mark(label: object) -> Mark:
    """The mark of a kind of thing."""
    return MARKS.get(str(label), OTHER)


def badge(label: str) -> str:
    """The mark as HTML, beside a name that says the same to those who cannot see it."""
    found = mark(label)
    style = f"background:{found.color};color:{found.ink}"
    return f'<span class="tz-mark tz-{found.shape}" style="{style}" aria-hidden="true">{escape(t(found.letter))}</span>'


def dot(grade: object, verified: object = None) -> str:
    """How sure a value is, as HTML: a filled, half or open dot, with the words for a screen reader."""
    known = str(grade) if grade in GRADES else ("seen" if verified else "unverified")
    look, words = GRADES[known]
    said = escape(t(words), quote=True)
    return f'<span class="tz-dot tz-{look}" title="{said}"></span><span class="tz-unseen">{said}</span>'


def key_to_dots() -> str:
    """What the three dots mean, as HTML."""
    shown = [(GRADES[grade][0], t(GRADES[grade][1])) for grade in ("seen", "secondary", "unverified")]
    return "".join(
        f'<span class="tz-key"><span class="tz-dot tz-{look}"></span>{escape(w)}</span>' for look, w in shown
    )


def key_to_marks(labels: list[str]) -> str:
    """What the marks of these kinds mean, as HTML."""
    return "".join(f'<span class="tz-key">{badge(label)}{escape(t(mark(label).many))}</span>' for label in labels)

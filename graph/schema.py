"""The schema, once: every node and edge kind, from which all else is made.

From ``SCHEMA`` come both engines' definitions, the writers' casts, the
validation of rows, ``docs/model.md`` with its picture, and the column labels of
screens. Types are only those that both engines keep.

Two dates are never one: ``start_date`` is the first possible day and
``start_precision`` says how much of it the source gives.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal, TypeVar

import pyarrow as pa

from taazur.graph.errors import SchemaError, did_you_mean

LANGUAGES = ("en", "fr", "es", "ar", "ru", "zh")
"""The six official languages of the United Nations, in the order in which a missing name falls back."""

T = TypeVar("T")

Type = Literal["STRING", "INT64", "DOUBLE", "BOOLEAN", "DATE", "STRING[]"]

ARROW: dict[Type, pa.DataType] = {
    "STRING": pa.string(),
    "INT64": pa.int64(),
    "DOUBLE": pa.float64(),
    "BOOLEAN": pa.bool_(),
    "DATE": pa.date32(),
    "STRING[]": pa.list_(pa.string()),
}
"""The Arrow type of each type of the schema."""


@dataclass(frozen=True)
class Property:
    """One column of a node or an edge: name, type, what it means, and its unit where it has one."""

    name: str
    type: Type
    help: str
    unit: str = ""


@dataclass(frozen=True)
class Node:
    """One kind of node.

    ``prefix`` is the first part of its ids (``partner/unoct``); ``show`` names the
    columns that a list of such nodes shows first.
    """

    label: str
    prefix: str
    help: str
    properties: tuple[Property, ...] = ()
    show: tuple[str, ...] = ("name",)

    @property
    def columns(self) -> tuple[Property, ...]:
        """All columns in schema order: those every node has, then its own."""
        return NODE_COMMON + self.properties


@dataclass(frozen=True)
class Edge:
    """One kind of edge: its type, the pairs of labels it may join, and the phrase for each direction."""

    type: str
    pairs: tuple[tuple[str, str], ...]
    help: str
    properties: tuple[Property, ...] = ()
    derived: bool = False

    @property
    def columns(self) -> tuple[Property, ...]:
        """All columns in schema order: those every edge has, then its own. End points are not columns."""
        return EDGE_COMMON + self.properties


PROVENANCE = (
    Property("source", "STRING", "address or symbol of the document that says so"),
    Property("locator", "STRING", "where in it: paragraph, line, passage; else the row of our file"),
    Property("verified", "BOOLEAN", "seen in the cited source; secondary data is not"),
    Property("grade", "STRING", "how it was seen: seen, copy, secondary, unverified"),
    Property("basis", "STRING", "why it is held to be so, where that is not the source's own wording"),
    Property("dataset", "STRING", "the source folder whose row this is"),
    Property("note", "STRING", "what a reader should know"),
)

NODE_COMMON = (
    Property("id", "STRING", "stable, readable identifier"),
    Property("is_a", "STRING", "the node's label as a column, for the engines name labels differently"),
    Property("kind", "STRING", "the finer kind within its label"),
    Property("name", "STRING", "the name to show where none is known in the reader's language"),
    *(Property(f"name_{lang}", "STRING", f"the name in {lang}, where a source has it") for lang in LANGUAGES),
    *PROVENANCE,
    Property("sources", "STRING[]", "every document that mentions it, the first being `source`"),
)

EDGE_COMMON = (
    Property("id", "STRING", "hash of end points, type, qualifier, source and locator: one edge is one claim"),
    Property("kind", "STRING", "the edge's type as a column, for the engines name types differently"),
    *PROVENANCE,
)

_PERIOD = (
    Property("start_date", "DATE", "first possible day of the start"),
    Property("start_precision", "STRING", "day, month, year, range or unknown"),
    Property("end_date", "DATE", "last possible day of the end; none recorded is *time not known*, never *ongoing*"),
    Property("end_precision", "STRING", "day, month, year, range or unknown"),
)
_ALIASES = Property("aliases", "STRING[]", "other names and acronyms, in any language")
_URL = Property("url", "STRING", "address of the text")
_THEME_WORDS = Property("theme_words", "STRING[]", "the words that the source uses for its themes")

NODES = (
    Node(
        "Resolution",
        "resolution",
        "A resolution of the Security Council or the General Assembly. `cited_only`: known only because another cites it.",
        (
            Property("symbol", "STRING", "document symbol, e.g. S/RES/2396 (2017)"),
            Property("number", "INT64", "number of the resolution"),
            Property("year", "INT64", "year of adoption", unit="year"),
            Property("adopted", "DATE", "day of adoption"),
            Property("agenda_item", "STRING", "agenda item under which it was adopted"),
            Property("agenda_item_verified", "BOOLEAN", "whether the agenda item was seen"),
            Property("name_verified", "BOOLEAN", "whether the descriptive title was seen; it is not an official title"),
            Property("meeting", "STRING", "record of the meeting"),
            Property("tier", "STRING", "core, context or marginal to counter-terrorism assistance"),
            Property("cited_only", "BOOLEAN", "known only because another text cites it"),
            Property("chapter_vii", "STRING", "yes where a source says so; else not known"),
            _URL,
        ),
        show=("symbol", "name", "adopted"),
    ),
    Node(
        "Provision",
        "provision",
        "An operative paragraph (or a part of one). A provision that nobody cites is *not cited*, never *without assistance*.",
        (
            Property("symbol", "STRING", "symbol of its resolution"),
            Property("paragraph", "STRING", "paragraph number; none where it could not be read"),
            Property("paragraph_verified", "BOOLEAN", "whether the number was seen"),
            Property(
                "summary", "STRING", "our own paraphrase, for orientation; the text of the document is authoritative"
            ),
            Property("modality", "STRING", "opening verb or verbs, as in the text"),
            Property(
                "modality_norm",
                "STRING",
                "decides, declares, requests, calls upon, urges, invites, encourages or other",
            ),
            Property("addressees", "STRING[]", "whom it addresses"),
            Property("technical_assistance", "BOOLEAN", "whether it speaks of technical assistance"),
            Property("verification", "STRING", "full, substance_only, unnumbered_text_seen, number_group or recalled"),
            Property("unverified_detail", "STRING", "what in the summary is from general knowledge"),
            _URL,
        ),
        show=("symbol", "paragraph", "modality", "summary"),
    ),
    Node(
        "Guideline",
        "guideline",
        "A guiding principle, the document that holds it, or a topic seen in one without its number. Not binding.",
        (
            Property("symbol", "STRING", "symbol of its document"),
            Property("number", "INT64", "number of the principle; none for documents and topics"),
            Property("section", "STRING", "section of the document"),
            Property("summary", "STRING", "our own paraphrase; blank where nobody has read the principle"),
            Property("confidence", "STRING", "how sure the number is"),
            _URL,
        ),
        show=("symbol", "number", "summary"),
    ),
    Node(
        "Theme",
        "theme",
        "A concept of the controlled vocabulary of counter-terrorism capacity-building (SKOS-like).",
        (
            _ALIASES,
            Property("definition", "STRING", "what the concept covers"),
            Property("derived_from", "STRING[]", "documents from which the concept was derived"),
            Property("labels_verified", "BOOLEAN", "whether the labels in six languages were seen in a source"),
        ),
    ),
    Node(
        "Programme",
        "programme",
        "A programme, or a tool, network, strategy … beside one. Only those of kind *programme* are counted.",
        (
            Property("acronym", "STRING", "acronym"),
            _ALIASES,
            *_PERIOD,
            Property("budget", "STRING", "budget as the source words it; never converted"),
            Property("status", "STRING", "status as the source words it"),
            Property("homepage", "STRING", "address of its page"),
            Property("homepage_verified", "BOOLEAN", "whether the page was seen"),
            Property("how_to_request", "STRING", "how a State asks for it"),
            Property("cost_to_state", "STRING", "what it costs the State"),
            Property("languages", "STRING", "languages in which it works"),
            Property("contact_office", "STRING", "office to write to; never a person"),
            _THEME_WORDS,
        ),
        show=("name", "acronym", "kind", "start_date"),
    ),
    Node(
        "Activity",
        "activity",
        "One delivery on record (the 4W row): what, for which State, when, with which institution.",
        (*_PERIOD, _THEME_WORDS),
        show=("name", "start_date"),
    ),
    Node(
        "Institution",
        "institution",
        "A national institution that took part: kind *named*, or *type* where only its type is on record.",
    ),
    Node(
        "Partner",
        "partner",
        "An entity that leads, implements, cooperates, is consulted, funds or facilitates.",
        (
            Property("acronym", "STRING", "acronym"),
            _ALIASES,
            Property("homepage", "STRING", "address of its page"),
            Property("homepage_verified", "BOOLEAN", "whether the page was seen"),
            Property(
                "part",
                "STRING",
                "provider, or why it is not counted as one: facilitates, assesses, network, appeal, funds, beneficiary",
            ),
            Property(
                "counted", "BOOLEAN", "whether it may be counted as a provider where its role is more than funding"
            ),
            Property("active", "BOOLEAN", "false where a source says that it has ended"),
            Property("names_verified", "STRING[]", "languages whose name was seen in a source"),
        ),
        show=("name", "acronym", "kind"),
    ),
    Node("AssistanceType", "assistance-type", "What kind of help: training, legislative drafting, equipment …"),
    Node(
        "State",
        "state",
        "One of 193 Member States and two non-member observer States, under its UN name.",
        (
            _ALIASES,
            Property("iso2", "STRING", "ISO 3166-1 alpha-2"),
            Property("iso3", "STRING", "ISO 3166-1 alpha-3"),
            Property("m49", "STRING", "UN M49 code"),
            Property("member_since", "INT64", "year of admission to the United Nations", unit="year"),
            Property("cted_confidence", "STRING", "how sure its CTED sub-region is"),
            Property("ldc", "BOOLEAN", "least developed country (unverified)"),
            Property("lldc", "BOOLEAN", "landlocked developing country (unverified)"),
            Property("sids", "BOOLEAN", "small island developing State (unverified)"),
        ),
        show=("name", "iso3"),
    ),
    Node(
        "Area",
        "area",
        "A code that loaders meet and that is not a State: never in State lists, totals or shading.",
        (
            Property("codes", "STRING[]", "codes by which files name it"),
            Property("footnote_en", "STRING", "the footnote that its designation carries"),
            Property("footnote_ar", "STRING", "the same in Arabic"),
        ),
    ),
    Node(
        "Region",
        "region",
        "A region: of M49, of CTED's surveys, or one that a source names.",
        (
            _ALIASES,
            Property("m49", "STRING", "UN M49 code"),
            Property(
                "needs_recorded",
                "INT64",
                "needs of its States on record, for those who may not see them by State; "
                "only for sub-regions of M49 with more than one State",
                unit="needs",
            ),
        ),
    ),
    Node(
        "Visit",
        "visit",
        "A visit of the Committee to a State that was announced in public.",
        (
            *_PERIOD,
            Property("mode", "STRING", "on-site, virtual component, physical component of hybrid or unknown"),
            Property("on_behalf_of", "STRING", "the body on whose behalf CTED visited"),
            Property("kind_verified", "BOOLEAN", "whether the source states the kind"),
            Property("read_via", "STRING", "how the announcement was read"),
            Property(
                "participants", "STRING[]", "bodies named besides CTED, as the source names them; none is *not seen*"
            ),
        ),
        show=("name", "start_date", "kind"),
    ),
    Node("Recommendation", "recommendation", "A recommendation of the Committee that the State agreed to make public."),
    Node(
        "Need",
        "need",
        "A need stated, requested, agreed or recommended. The only kind that enters a gap, an age, a share or a match.",
        (
            Property("level", "STRING", "country, subregion, region, global or regional_organization"),
            Property("area", "STRING", "the area as the source words it, where it is not a State"),
            Property("status", "STRING", "where in its life it was when seen"),
            Property("priority", "STRING", "priority in the source's own words"),
            Property("observed", "DATE", "first possible day on which the source says so"),
            Property("observed_precision", "STRING", "day, month, year, range or unknown"),
            Property("symbol", "STRING", "document symbol"),
            Property("provenance", "STRING", "how the source was read"),
            Property("institution", "STRING", "the institution it names"),
            _THEME_WORDS,
        ),
        show=("name", "observed", "status"),
    ),
    Node(
        "Reference",
        "reference",
        "A rating or an item of an action plan: shown dated, never coloured, ranked, summed, aged or matched.",
        (
            Property("level", "STRING", "country, subregion, region or global"),
            Property("status", "STRING", "status when seen"),
            Property("priority", "STRING", "priority in the source's own words"),
            Property("observed", "DATE", "first possible day on which the source says so"),
            Property("observed_precision", "STRING", "day, month, year, range or unknown"),
            Property("symbol", "STRING", "document symbol"),
            Property("provenance", "STRING", "how the source was read"),
            Property("ratings", "STRING[]", "ratings as the source gives them, e.g. R6=PC"),
            _THEME_WORDS,
        ),
        show=("name", "observed"),
    ),
    Node(
        "Participation",
        "participation",
        "A State takes part in a programme, or is named in its objectives: not a need.",
        (
            Property("level", "STRING", "country, subregion, region or global"),
            Property("area", "STRING", "the area as the source words it, where it is not a State"),
            Property("status", "STRING", "status when seen"),
            Property("observed", "DATE", "first possible day on which the source says so"),
            Property("observed_precision", "STRING", "day, month, year, range or unknown"),
            Property("provenance", "STRING", "how the source was read"),
            _THEME_WORDS,
        ),
        show=("name", "observed"),
    ),
    Node(
        "Consultation",
        "consultation",
        "A capacity consultation: CTED leads the diagnosis, the programme drafts the roadmap. Leading it is not leading the programme.",
        (
            *_PERIOD,
            Property("stage", "STRING", "stage as recorded"),
            Property("participants", "STRING[]", "as the source names them"),
        ),
        show=("name", "start_date", "stage"),
    ),
    Node(
        "Milestone",
        "milestone",
        "A dated step of a programme with a State: joined, signed, trained, in use.",
        (
            *_PERIOD,
            Property("stage", "STRING", "stage as recorded"),
            Property("participants", "STRING[]", "as the source names them"),
        ),
        show=("name", "start_date", "stage"),
    ),
    Node("Roadmap", "roadmap", "A national roadmap that a consultation ended in."),
    Node("Step", "step", "A step of a roadmap.", (Property("due", "DATE", "day by which it is planned"),)),
    Node(
        "Indicator",
        "indicator",
        "What a step is measured by.",
        (Property("baseline", "STRING", "value at the start"), Property("target", "STRING", "value aimed at")),
    ),
    Node(
        "Consent",
        "consent",
        "What a State agreed to release, to whom, and until when.",
        (
            Property("scope", "STRING", "full, named fields or none"),
            Property("audience", "STRING", "who may see it"),
            Property("from_date", "DATE", "first day"),
            Property("until_date", "DATE", "last day"),
            Property("withdrawn", "DATE", "day of withdrawal"),
        ),
    ),
    Node(
        "Source",
        "source",
        "A dataset that is loaded (with its card), or a document that its rows cite.",
        (
            Property("publisher", "STRING", "who publishes it"),
            Property("licence", "STRING", "its terms"),
            Property("retrieved", "DATE", "day on which it was read"),
            Property("checksum", "STRING", "SHA-256 of its files"),
            _URL,
        ),
        show=("name", "publisher", "retrieved"),
    ),
    Node(
        "Record",
        "record",
        "One row, activity or passage as it was read.",
        (
            Property("file", "STRING", "file it was read from"),
            Property("field", "STRING", "the one fact it gives, where it gives only one: start, budget, status …"),
            Property("value", "STRING", "that fact as the source words it"),
        ),
    ),
)

_LABELS = tuple(node.label for node in NODES)


def _pairs(sources: str, targets: str) -> tuple[tuple[str, str], ...]:
    """Every pair of the labels in two lists separated by blanks."""
    return tuple((a, b) for a in sources.split() for b in targets.split())


_SCORED = (
    Property("score", "DOUBLE", "0 to 1"),
    Property("rule", "STRING", "name and version of the rule"),
    Property("inputs", "STRING[]", "ids of the claims it was derived from"),
)

_ELEMENTS = {
    "state": "States in common",
    "theme": "themes in common, broader and narrower ones counting less",
    "type": "kinds of assistance in common",
    "time": "share of the shorter period that both cover",
    "institution": "named institutions in common",
}
_SHARED = (
    Property("states", "STRING[]", "States that both assist"),
    Property("themes", "STRING[]", "themes that both are about"),
    Property("types", "STRING[]", "kinds of assistance that both provide"),
)
_ENDS: tuple[tuple[str, Type], ...] = (
    ("start", "DATE"),
    ("start_precision", "STRING"),
    ("end", "DATE"),
    ("end_precision", "STRING"),
)
_COVERED = (
    Property("sources_used", "INT64", "of the known sources, those that it rests on", unit="documents"),
    Property("sources_known", "INT64", "documents that record assistance to the State or States", unit="documents"),
)

_FITS = {
    "provision": "both cite the same paragraph",
    "resolution": "both cite the same resolution",
    "theme": "how well the themes of the need are met",
    "type": "share of the kinds of assistance sought that are provided",
    "region": "how near the States on record for the programme lie",
    "past": "deliveries on record to the institution or the State",
    "time": "recorded dates take in the day of the data, or the time to the target date",
}
_SET_ASIDE = {
    "no_provider": "nobody on record provides it; to fund or to facilitate is not to provide",
    "ended": "its record says that it has ended",
    "no_state": "the need is neither a State's nor a region's",
    "place_not_known": "where it is open to is not on record",
    "elsewhere": "on record for other States or regions",
    "never": "a rule keeps it away, whatever else speaks for it",
    "no_link": "no paragraph, resolution or theme in common",
}

EDGES = (
    Edge("HAS_PROVISION", _pairs("Resolution", "Provision"), "holds this operative paragraph"),
    Edge(
        "REFERS_TO",
        _pairs("Resolution Guideline", "Resolution Provision Guideline"),
        "recalls, reaffirms, updates … another text",
        (Property("predicate", "STRING", "the relation in the text's own verb"),),
    ),
    Edge(
        "CONCERNS",
        _pairs("Resolution Provision Guideline Programme Activity Need Reference Participation", "Theme"),
        "is about this theme",
    ),
    Edge("BROADER", _pairs("Theme", "Theme"), "is narrower than this theme"),
    Edge("GUIDES", _pairs("Guideline", "Provision Resolution"), "gives good practice for"),
    Edge("IMPLEMENTS", _pairs("Programme", "Resolution Provision"), "cites as what it helps to implement"),
    Edge(
        "TAKES_PART",
        _pairs("Partner", "Programme"),
        "takes part in, in one role by one source",
        (
            Property("role", "STRING", "lead, co-lead, implementing-partner, cooperating, consulted or donor"),
            Property("preferred", "BOOLEAN", "the claim shown first where sources differ"),
        ),
    ),
    Edge(
        "ASSISTS",
        _pairs("Programme", "State Area Region"),
        "assists, or offers to assist",
        (
            Property(
                "relation", "STRING", "assisted, participated, or offered (a region or the world: available on request)"
            ),
            Property("share", "DOUBLE", "share of the programme, where the source gives one", unit="%"),
        ),
    ),
    Edge(
        "WITH_PARTNER_STATE",
        _pairs("Programme Activity Milestone", "State Area"),
        "is hosted, funded or taught by this State: never its beneficiary",
    ),
    Edge("UNDER", _pairs("Activity Consultation Milestone", "Programme"), "was held under this programme"),
    Edge(
        "HELD_FOR",
        _pairs("Activity Consultation Milestone", "State Area"),
        "was held for this State",
        (Property("relation", "STRING", "assisted or participated"),),
    ),
    Edge("WITH_INSTITUTION", _pairs("Activity Need", "Institution"), "was held with, or names, this institution"),
    Edge("LOCATED_IN", _pairs("Institution Partner", "State Area"), "is in this State"),
    Edge("GOVERNMENT_OF", _pairs("Partner", "State"), "is the government, or an authority, of this State"),
    Edge("PROVIDES", _pairs("Programme Activity", "AssistanceType"), "provides this kind of assistance"),
    Edge("SEEKS", _pairs("Need Participation", "AssistanceType"), "asks for this kind of assistance"),
    Edge(
        "PART_OF",
        _pairs("Programme", "Programme") + _pairs("Partner", "Partner") + _pairs("Guideline", "Guideline"),
        "is part of",
    ),
    Edge(
        "MEMBER_OF",
        _pairs("Partner", "Partner"),
        "is a member or an observer of this network",
        (Property("standing", "STRING", "member, observer, donor or not known"),),
    ),
    Edge("IN_REGION", _pairs("State Region", "Region"), "lies in this region"),
    Edge(
        "NEED_OF",
        _pairs("Need Reference Participation", "State Area Region Partner"),
        "concerns this State, region or organisation",
    ),
    Edge("NEEDED_UNDER", _pairs("Need Participation", "Provision Resolution"), "is needed to implement"),
    Edge("VISITED", _pairs("Visit", "State Area"), "went to this State"),
    Edge("RAISED", _pairs("Visit Consultation", "Recommendation Need"), "raised"),
    Edge(
        "JOINED",
        _pairs("Partner", "Visit Consultation Milestone"),
        "took part in",
        (Property("role", "STRING", "lead or participant"),),
    ),
    Edge("ENDED_IN", _pairs("Consultation", "Roadmap"), "ended in this roadmap"),
    Edge("HAS_STEP", _pairs("Roadmap", "Step"), "holds this step"),
    Edge("STEP_AFTER", _pairs("Step", "Step"), "comes after"),
    Edge("MEETS", _pairs("Step", "Need"), "would meet this need"),
    Edge("MEASURED_BY", _pairs("Step", "Indicator"), "is measured by"),
    Edge("COVERS", _pairs("Consent", "Visit Recommendation Need Roadmap"), "lets this be released"),
    Edge("GIVEN_BY", _pairs("Consent", "State"), "was given by this State"),
    Edge(
        "DESCRIBES",
        _pairs("Record", " ".join(label for label in _LABELS if label not in ("Record", "Source"))),
        "is what was read about",
    ),
    Edge("READ_FROM", _pairs("Record", "Source"), "was read from"),
    Edge(
        "OVERLAPS",
        _pairs("Programme", "Programme"),
        "shares State and theme with",
        (
            Property("label", "STRING", "in GAO's words; overlap is not waste and may be complementary"),
            *(
                Property(part, "DOUBLE", f"{what}, 0 to 1 (Jaccard); none is *not comparable*, never zero")
                for part, what in _ELEMENTS.items()
            ),
            *(
                Property(
                    f"{part}_inside", "DOUBLE", f"{what}, 0 to 1 (overlap coefficient): at 1, one lies in the other"
                )
                for part, what in _ELEMENTS.items()
                if part != "time"
            ),
            Property("elements_known", "INT64", "elements of the vector that both records give", unit="elements"),
            Property("elements", "INT64", "elements of the vector", unit="elements"),
            Property("not_comparable", "STRING[]", "elements that a record does not give"),
            *_SHARED,
            Property("near_themes", "STRING[]", "themes of one of which the other has a broader or narrower one"),
            Property("institutions", "STRING[]", "named institutions that both worked with"),
            Property("undated", "STRING[]", "which of the two has an end that is not on record"),
            Property("start_date", "DATE", "first day of the common period on record"),
            Property("end_date", "DATE", "last day of the common period on record"),
            *(
                Property(
                    f"{end}_{name}", type_, f"{name.replace('_', ' of ', 1)} of the period of the {which} on record"
                )
                for end, which in (("from", "first"), ("to", "second"))
                for name, type_ in _ENDS
            ),
            *_COVERED,
            *_SCORED,
        ),
        derived=True,
    ),
    Edge(
        "SYNERGY",
        _pairs("Programme", "Programme"),
        "could reinforce",
        (
            Property("synergy", "STRING", "sequence, shared asset, complement or bridge; always *possible*"),
            *_SHARED,
            Property("step_from", "STRING", "of a sequence: what the first records"),
            Property("step_to", "STRING", "of a sequence: what usually follows it, and the second records"),
            Property("events", "STRING[]", "deliveries that show it"),
            Property("assets", "STRING[]", "what both rely on: a tool, a guide, a text, an institution of a State"),
            Property("partners", "STRING[]", "of a bridge: who takes part in both"),
            Property("needs_from", "STRING[]", "of a complement: open needs of the State that the first relates to"),
            Property("needs_to", "STRING[]", "the same of the second"),
            Property("needs_on_record", "INT64", "open needs of the State on record", unit="needs"),
            *_COVERED,
            *_SCORED,
        ),
        derived=True,
    ),
    Edge(
        "HAS_PROVIDERS",
        _pairs("State", "Theme"),
        "has recorded providers on this theme",
        (
            Property("providers", "INT64", "partners that are counted and do more than fund", unit="partners"),
            Property("programmes", "INT64", "programmes of kind *programme* on record", unit="programmes"),
            Property("label", "STRING", "fragmentation (GAO: more than one), one recorded provider, or none counted"),
            Property("provider_ids", "STRING[]", "the partners"),
            Property("programme_ids", "STRING[]", "the programmes"),
            *_COVERED,
            *_SCORED,
        ),
        derived=True,
    ),
    Edge(
        "STANDS_ON",
        _pairs("State Region", "Theme"),
        "stands so on this theme: needs on record and assistance on record, side by side",
        (
            Property("standing", "STRING", "what the two say together; silence is not absence"),
            Property("times", "STRING[]", "how far assistance on record is under way, planned, ended …"),
            Property("needs", "STRING[]", "open needs on record; none for a sub-region"),
            Property("programmes", "STRING[]", "programmes on record there; none for a sub-region"),
            Property("deliveries", "STRING[]", "deliveries on record there; none for a sub-region"),
            Property("offered", "STRING[]", "programmes available on request there, presence not known"),
            Property("states", "INT64", "of a sub-region: States that stand so", unit="States"),
            Property("as_at", "DATE", "day on which it stood so: the last day on which a source was read"),
            *_COVERED,
            *_SCORED,
        ),
        derived=True,
    ),
    Edge(
        "SAME_EVENT",
        _pairs("Activity Milestone", "Activity Milestone"),
        "may be the same event as",
        (
            Property("state", "STRING", "State for which both were held"),
            Property("reasons", "STRING[]", "why they may be one; a person decides"),
            *_SCORED,
        ),
        derived=True,
    ),
    Edge(
        "INFLUENCES",
        _pairs("Theme", "Theme"),
        "influences, in one expert's judgement; never averaged",
        (
            Property("judgement", "INT64", "−3 (cancels) to +3 (indivisible), the seven points of ICSU and SEI"),
            Property("who", "STRING", "office or function that judged; never a person's name"),
            Property("made", "DATE", "day of the judgement"),
            Property("why", "STRING", "reason given"),
            Property("confidence", "STRING", "low, medium or high"),
        ),
    ),
    Edge(
        "COULD_MEET",
        _pairs("Programme", "Need"),
        "could meet",
        (
            Property("strength", "STRING", "strongest link that the sources carry: stated, resolution or theme"),
            Property("via", "STRING", "paragraph, resolution or theme that the need is tied to"),
            Property("via_programme", "STRING", "the same of the programme; on one line with it, where it is a theme"),
            Property("presence", "STRING", "how the programme stands to the State or region; offered is not present"),
            Property("place", "INT64", "place among the programmes that could answer the need, best first"),
            *(
                Property(part, "DOUBLE", f"{what}, 0 to 1; none is *not comparable*, never zero")
                for part, what in _FITS.items()
            ),
            Property("elements_known", "INT64", "parts of the score that are known", unit="parts"),
            Property("elements", "INT64", "parts of the score", unit="parts"),
            Property("not_comparable", "STRING[]", "parts that a record does not give"),
            Property("safeguards", "STRING[]", "what must be checked before any offer: ids of data/safeguards.toml"),
            Property("sources_used", "INT64", "documents that cover both the State and the theme", unit="documents"),
            Property("sources_known", "INT64", "documents that record assistance to the State", unit="documents"),
            *_SCORED,
        ),
        derived=True,
    ),
    Edge(
        "PUT_TO",
        _pairs("Need", "State Area Region Partner"),
        "was put to the programmes on record, for this State, region or organisation",
        (
            Property("specificity", "INT64", "how many of five elements are on record; no judgement of the need"),
            Property("on_record", "STRING[]", "those that are: provision, institution, type, target_date, baseline"),
            Property("to_ask", "STRING[]", "those to be asked of the State"),
            Property("considered", "INT64", "programmes of kind *programme* on record", unit="programmes"),
            *(
                Property(condition, "INT64", f"set aside: {why}", unit="programmes")
                for condition, why in _SET_ASIDE.items()
            ),
            Property("proposed", "INT64", "programmes that are left", unit="programmes"),
            Property("rule", "STRING", "name and version of the rule"),
            Property("inputs", "STRING[]", "ids of the claims it was derived from"),
        ),
        derived=True,
    ),
)


@dataclass(frozen=True)
class Schema:
    """All node and edge kinds. ``SCHEMA`` is the only instance."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def node(self, label: str) -> Node:
        """The node kind of a label; ``SchemaError`` where there is none."""
        return _one(label, self._nodes, "node")

    def edge(self, type_: str) -> Edge:
        """The edge kind of a type; ``SchemaError`` where there is none."""
        return _one(type_, self._edges, "edge")

    def is_node(self, kind: str) -> bool:
        """Whether a name is a node label (else it is an edge type or unknown)."""
        return kind in _LABELS

    def label_of(self, id_: str) -> str:
        """The label of a node, read off the prefix of its id; ``SchemaError`` for an unknown prefix."""
        return _one(id_.split("/", 1)[0], self._prefixes, "id prefix")

    # Asked once a row: the maps are made once.
    @cached_property
    def _nodes(self) -> dict[str, Node]:
        return {node.label: node for node in self.nodes}

    @cached_property
    def _edges(self) -> dict[str, Edge]:
        return {edge.type: edge for edge in self.edges}

    @cached_property
    def _prefixes(self) -> dict[str, str]:
        return {node.prefix: node.label for node in self.nodes}


def _one(name: str, known: dict[str, T], what: str) -> T:
    """The value of a name, or an error that offers the nearest."""
    if name not in known:
        raise SchemaError(f'there is no {what} "{name}"', "graph/schema.py", did_you_mean(name, known))
    return known[name]


SCHEMA = Schema(NODES, EDGES)

END_POINTS = (("from_label", pa.string()), ("from_id", pa.string()), ("to_label", pa.string()), ("to_id", pa.string()))
"""Columns that an edge's Arrow table carries before the schema's own."""

ROW_HASH = Property("row_hash", "STRING", "SHA-256 of the row in canonical form")
"""Kept by both engines beside the schema's columns: what a delta and the data version are made from."""


@cache
def arrow_schema(kind: str) -> pa.Schema:
    """The Arrow schema of a node label's or an edge type's table, without ``row_hash``."""
    if SCHEMA.is_node(kind):
        return pa.schema([(p.name, ARROW[p.type]) for p in SCHEMA.node(kind).columns])
    return pa.schema([*END_POINTS, *((p.name, ARROW[p.type]) for p in SCHEMA.edge(kind).columns)])

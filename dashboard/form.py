"""The form of a question, made from its header: one field for each parameter, of the parameter's type."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from taazur.dashboard.answers import listed
from taazur.dashboard.words import heading, t
from taazur.queries.header import Param, Query
from taazur.queries.values import values


def given(query: Query, asked: Mapping[str, str]) -> dict[str, Any]:
    """The values that the address gives, in their types; a default where it gives none."""
    return dict(values(query, {name: asked[name] for name in query.params if name in asked}))


def fill_in(query: Query, now: Mapping[str, Any]) -> dict[str, Any]:
    """Draws the form; what is sent off goes into the address, and the page is drawn from there."""
    if not query.params:
        return {}
    with st.form(f"form-{query.name}", border=False):
        columns = st.columns([3] * len(query.params) + [1], vertical_alignment="bottom")
        filled = {
            name: _field(query, p, now[name], at) for at, (name, p) in zip(columns, query.params.items(), strict=False)
        }
        if columns[-1].form_submit_button(t("Ask"), type="primary"):
            for name, value in filled.items():
                st.query_params[name] = _written(value)
            st.rerun()
    return dict(now)


def _field(query: Query, param: Param, value: Any, at: Any) -> Any:
    """One field; ids are chosen by name."""
    label, key = heading(param.name), f"{query.name}-{param.name}-{value}"
    tip = t(param.help) or None
    if param.of:
        names = {id_: name for of in param.of for id_, name in listed(of).items()}
        if param.type == "STRING[]":
            there = [id_ for id_ in value if id_ in names]
            return at.multiselect(label, list(names), there, key=key, format_func=names.get, help=tip)
        options = list(names) if param.default else ["", *names]
        chosen = options.index(value) if value in options else None
        return at.selectbox(label, options, chosen, key=key, format_func=lambda id_: names.get(id_, "–"), help=tip)
    if param.type == "BOOLEAN":
        return at.checkbox(label, value, key=key, help=tip)
    if param.type == "INT64":
        return at.number_input(label, value=value, step=1, key=key, help=tip)
    if param.type == "DATE":
        return at.date_input(label, value, key=key, help=tip)
    return at.text_input(label, ",".join(value) if isinstance(value, list) else value, key=key, help=tip)


def _written(value: Any) -> str:
    """A value as the address has it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    return ",".join(value) if isinstance(value, list) else str(value if value is not None else "")

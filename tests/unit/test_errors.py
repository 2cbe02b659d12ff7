from taazur.graph.errors import EngineError, TaazurError, did_you_mean


def test_message_has_three_parts():
    error = EngineError("there is no graph", "here.lbug", "Make one with `taazur build`.")

    assert str(error) == "here.lbug: there is no graph. Make one with `taazur build`."
    assert isinstance(error, TaazurError)


def test_message_without_place_or_advice():
    assert str(TaazurError("nothing")) == "nothing."


def test_nearest_names_are_offered_and_far_ones_are_not():
    assert did_you_mean("programe/ct-travel", ["programme/ct-travel", "partner/who"]) == (
        'Did you mean "programme/ct-travel"?'
    )
    assert did_you_mean("xxxx", ["programme/ct-travel"]) == ""

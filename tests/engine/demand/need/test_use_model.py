"""The model of use on worlds whose truth is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from carewright_engine.demand.arrays import Array
from carewright_engine.demand.draws import stream
from carewright_engine.demand.need.intervals import Figures
from carewright_engine.demand.need.model import UseModel, fit_use
from carewright_engine.demand.need.paths import draw_paths
from carewright_engine.demand.need.steady import steadied
from carewright_engine.demand.refusing import BadParameter
from tests.engine.demand.need.worlds import QUICK, World, world

THROUGH = date(2021, 3, 31)


def fitted(made: World, through: date = THROUGH, seed: int = 0) -> UseModel:
    return fit_use(made.seen, made.people[:3], through=through, settings=QUICK, seed=seed)


def people_ahead(made: World, model: UseModel, draws: int = 300) -> Array:
    ahead = made.people[3:]
    return model.people(np.broadcast_to(ahead, (draws, *ahead.shape)), seed=1)


def test_a_path_drawn_by_bands_is_the_one_that_the_whole_matrix_gives() -> None:
    rng = stream(1, "paths")
    root = np.tril(rng.standard_normal((6, 6))) * (np.subtract.outer(range(6), range(6)) <= 2)
    root[np.diag_indices(6)] = 2 + rng.random(6)
    precision, pull, normals = root @ root.T, rng.standard_normal(6), rng.standard_normal(6)
    found = draw_paths(precision[None], pull[None], normals[None], 2)[0]
    mean = np.linalg.solve(precision, pull)
    np.testing.assert_allclose(found, mean + np.linalg.solve(root.T, normals), rtol=1e-10)


def test_most_of_what_came_lies_within_the_intervals() -> None:
    covered = []
    for seed in (1, 2):
        made = world(seed)
        low, high = np.quantile(people_ahead(made, fitted(made)), [0.1, 0.9], axis=0)
        covered.append(((low <= made.truth[3:]) & (made.truth[3:] <= high)).mean())
    assert 0.65 < np.mean(covered) < 0.97


def test_intervals_widen_with_the_years() -> None:
    made = world()
    low, high = np.quantile(fitted(made).draw(5, 300, seed=1), [0.1, 0.9], axis=0)
    widths = np.log(high / low).mean(axis=(1, 2))
    assert (np.diff(widths) > 0).all()


def test_years_of_one_draw_hang_together() -> None:
    rates = np.log(fitted(world()).draw(2, 400, seed=1))
    apart = rates - rates.mean(axis=0)
    together = (apart[:, 0] * apart[:, 1]).mean(0) / (apart[:, 0].std(0) * apart[:, 1].std(0))
    assert together.mean() > 0.5


def test_what_is_published_later_changes_no_bit_of_the_forecast() -> None:
    made, later = world(years=4, ahead=1), world(years=4, ahead=1)
    for figures in (later.seen.parts, later.seen.years):
        per_year = len(figures.low) // 4
        figures.low[3 * per_year :] *= 3
        figures.high[3 * per_year :] *= 3
    draws = [fitted(each).draw(2, 50, seed=1) for each in (made, later)]
    assert (draws[0] == draws[1]).all()


def test_the_same_seed_gives_the_same_bits_and_another_seed_others() -> None:
    made = world(areas=4)
    one, again, other = (fitted(made, seed=s).draw(2, 40, seed=s) for s in (0, 0, 1))
    assert (one == again).all()
    assert not (one == other).any()


def test_more_years_leave_the_first_years_as_they_were() -> None:
    model = fitted(world(areas=4))
    assert (model.draw(2, 40, seed=1) == model.draw(5, 40, seed=1)[:, :2]).all()


def test_an_area_that_sent_nothing_is_foretold_from_the_others_with_more_doubt() -> None:
    made = world()
    gone = np.zeros(made.seen.parts.low.shape, dtype=bool)
    gone[:, 4] = True
    silent = replace(
        made.seen, parts=made.seen.parts.without(gone), years=made.seen.years.without(gone[:3])
    )
    spread = [
        np.log(fit_use(seen, made.people[:3], through=THROUGH, settings=QUICK).draw(1, 300, 1))
        .std(axis=0)[0, 4]
        .mean()
        for seen in (made.seen, silent)
    ]
    assert np.isfinite(spread).all()
    assert spread[1] > 2 * spread[0]


def test_a_wide_interval_leaves_more_doubt_than_an_exact_figure() -> None:
    made = world(areas=6)
    # Nobody says more than "1 to 7" of the smallest area's oldest.
    low, high = made.seen.parts.low.copy(), made.seen.parts.high.copy()
    low[:, 0, 0], high[:, 0, 0] = 1, 7
    vague = replace(made.seen, parts=Figures(low, high))
    for seen in (made.seen, vague):
        model = fit_use(seen, made.people[:3], through=THROUGH, settings=QUICK)
        assert np.isfinite(model.draw(1, 100, 1)).all()


def test_a_source_by_the_year_alone_is_fitted_too() -> None:
    made = world()
    yearly = replace(
        made.seen, steps=1, parts=made.seen.years, years=made.seen.years.without(
            made.seen.years.known
        ),
    )  # fmt: skip
    model = fit_use(yearly, made.people[:3], through=THROUGH, settings=QUICK)
    low, high = np.quantile(people_ahead(made, model), [0.025, 0.975], axis=0)
    assert ((low <= made.truth[3:]) & (made.truth[3:] <= high)).mean() > 0.75


def test_a_population_of_another_shape_or_of_nobody_is_refused() -> None:
    made = world(areas=4)
    with pytest.raises(BadParameter, match="population"):
        fit_use(made.seen, made.people[:2], through=THROUGH, settings=QUICK)
    with pytest.raises(BadParameter, match="above nought"):
        fit_use(made.seen, 0 * made.people[:3], through=THROUGH, settings=QUICK)


@pytest.mark.parametrize(("years", "draws"), [(0, 10), (61, 10), (2, 0)])
def test_years_and_draws_out_of_range_are_refused(years: int, draws: int) -> None:
    with pytest.raises(BadParameter):
        fitted(world(areas=4)).draw(years, draws, seed=1)


def test_a_pull_to_last_years_figure_dies_away_and_leaves_the_spread_as_it_was() -> None:
    made = world()
    model = fitted(made)
    ahead = np.concatenate([made.people[3:], made.people[3:]])
    pulled = steadied(model, ahead, weight=0.5)
    shift = np.log(pulled.draw(4, 100, seed=1)) - np.log(model.draw(4, 100, seed=1))
    np.testing.assert_allclose(shift.std(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(shift[0], pulled.tilt, atol=1e-12)


def test_with_the_whole_weight_the_middle_of_the_first_year_is_last_years_figure() -> None:
    made = world()
    model = steadied(fitted(made), made.people[3:], weight=1.0)
    middle = np.median(people_ahead(made, model, draws=900), axis=0)[0]
    large = model.last > 100
    np.testing.assert_allclose(middle[large], model.last[large], rtol=0.08)


def test_fewer_people_are_helped_at_a_time_than_in_a_year() -> None:
    model = fitted(world(areas=4))
    year, quarter = (model.draw(1, 100, seed=1, at_a_time=at) for at in (False, True))
    assert np.log(year / quarter).mean() == pytest.approx(0.3, abs=0.1)

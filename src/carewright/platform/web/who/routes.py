"""Routes of "Who is who"."""

from __future__ import annotations

from django.urls import URLPattern, path

from carewright.platform.web.who import absence, officers, partnerships, route_map, teams, training

routes: list[URLPattern] = [
    path("who/", route_map.route_map, name="route_map"),
    path("who/say/", route_map.keep_route_map, name="keep_route_map"),
    path("who/contacts/<uuid:contact_id>/end/", route_map.end_contact, name="end_contact"),
    path("who/escalation/", route_map.escalation, name="escalation"),
    path("who/escalation/say/", route_map.set_escalation, name="set_escalation"),
    path("who/teams/", teams.teams, name="teams"),
    path("who/teams/form/", teams.form_team, name="form_team"),
    path("who/teams/<uuid:team_id>/", teams.team, name="team"),
    path("who/teams/<uuid:team_id>/change/", teams.change_team, name="change_team"),
    path("who/teams/<uuid:team_id>/join/", teams.join_team, name="join_team"),
    path("who/teams/<uuid:team_id>/end/", teams.end_team, name="end_team"),
    path("who/members/<uuid:member_id>/end/", teams.leave_team, name="leave_team"),
    path("who/localities/", teams.localities, name="localities"),
    path("who/localities/name/", teams.name_locality, name="name_locality"),
    path("who/training/", training.training, name="training"),
    path("who/training/name/", training.name_lead, name="name_lead"),
    path("who/training/<uuid:officer_id>/", training.of_officer, name="training_of"),
    path("who/training/<uuid:officer_id>/record/", training.record, name="record_training"),
    path("who/absence/", absence.absence, name="absence"),
    path("who/absences/", absence.absences, name="absences"),
    path("who/absences/<uuid:cover_id>/end/", absence.end_cover, name="end_cover"),
    path("who/officers/", officers.officers, name="officers"),
    path("who/officers/enrol/", officers.enrol, name="enrol"),
    path("who/officers/<uuid:officer_id>/", officers.officer, name="officer"),
    path("who/officers/<uuid:officer_id>/role/", officers.grant_role, name="grant_role"),
    path("who/officers/<uuid:officer_id>/role/end/", officers.end_role, name="end_role"),
    path("who/officers/<uuid:officer_id>/end/", officers.deactivate, name="deactivate"),
    path("who/partnerships/", partnerships.partnerships, name="partnerships"),
    path("who/partnerships/form/", partnerships.form_partnership, name="form_partnership"),
    path("who/partnerships/<uuid:partnership_id>/", partnerships.partnership, name="partnership"),
    path(
        "who/partnerships/<uuid:partnership_id>/terms/",
        partnerships.propose_terms,
        name="propose_terms",
    ),
    path(
        "who/partnerships/<uuid:partnership_id>/end/",
        partnerships.end_partnership,
        name="end_partnership",
    ),
    path("who/terms/<uuid:terms_id>/agree/", partnerships.agree_terms, name="agree_terms"),
    path(
        "who/terms/<uuid:terms_id>/leave/",
        partnerships.leave_partnership,
        name="leave_partnership",
    ),
]

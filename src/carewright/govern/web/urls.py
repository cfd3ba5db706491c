"""Routes of the govern stage."""

from django.urls import URLPattern, path

from carewright.govern.web.views import (
    changes,
    directions,
    meetings,
    papers,
    scrutiny,
    sections,
    sending,
    take,
)

app_name = "govern"
urlpatterns: list[URLPattern] = [
    path("", papers.papers, name="papers"),
    path("papers/new/", papers.begin, name="begin"),
    path("papers/<uuid:paper_id>/", papers.paper, name="paper"),
    path("papers/<uuid:paper_id>/word/", take.word, name="word"),
    path("papers/<uuid:paper_id>/pdf/", take.pdf, name="pdf"),
    path("papers/<uuid:paper_id>/files/<uuid:attachment_id>/", take.document, name="document"),
    path("papers/<uuid:paper_id>/write/<slug:section>/", sections.section, name="section"),
    path("papers/<uuid:paper_id>/check/", sending.check, name="check"),
    path("papers/<uuid:paper_id>/withdraw/", sending.withdraw, name="withdraw"),
    path("papers/<uuid:paper_id>/scrutiny/", scrutiny.call, name="call_for_scrutiny"),
    path("papers/<uuid:paper_id>/scrutiny/end/", scrutiny.end, name="end_scrutiny"),
    path("papers/<uuid:paper_id>/share/", sending.share, name="share_paper"),
    path("papers/<uuid:paper_id>/cannot-wait/", scrutiny.cannot_wait, name="cannot_wait"),
    path("papers/<uuid:paper_id>/ask/", scrutiny.ask, name="ask"),
    path("questions/<uuid:question_id>/answer/", scrutiny.answer, name="answer"),
    path("decisions/", scrutiny.decisions, name="decisions"),
    path("directions/", directions.directions, name="directions"),
    path("directions/new/", directions.new_direction, name="new_direction"),
    path("directions/<uuid:direction_id>/", directions.direction, name="direction"),
    path(
        "directions/<uuid:direction_id>/write/", directions.write_direction, name="write_direction"
    ),
    path(
        "directions/<uuid:direction_id>/issue/", directions.issue_direction, name="issue_direction"
    ),
    path(
        "directions/<uuid:direction_id>/acknowledge/",
        directions.acknowledge_direction,
        name="acknowledge_direction",
    ),
    path(
        "directions/<uuid:direction_id>/progress/",
        directions.report_progress,
        name="report_progress",
    ),
    path("meetings/", meetings.meetings, name="meetings"),
    path("meetings/new/", meetings.new_meeting, name="new_meeting"),
    path("bodies/new/", meetings.new_body, name="new_body"),
    path("meetings/<uuid:meeting_id>/", meetings.meeting, name="meeting"),
    path(
        "meetings/<uuid:meeting_id>/agenda/<uuid:paper_id>/",
        meetings.put_on_agenda,
        name="put_on_agenda",
    ),
    path("items/<uuid:item_id>/minute/", meetings.minute, name="minute"),
    path("meetings/<uuid:meeting_id>/move/", changes.move_meeting, name="move_meeting"),
    path("meetings/<uuid:meeting_id>/cancel/", changes.cancel_meeting, name="cancel_meeting"),
    path("items/<uuid:item_id>/take-off/", changes.take_off_agenda, name="take_off_agenda"),
    path(
        "papers/<uuid:paper_id>/take-out/<slug:part>/<uuid:part_id>/",
        sections.take_out,
        name="take_out",
    ),
]

"""Routes of the follow_up stage."""

from django.urls import URLPattern, path

from carewright.follow_up.web.views import actions, findings, plans, reviews, steps

app_name = "follow_up"
urlpatterns: list[URLPattern] = [
    path("", actions.actions, name="actions"),
    path("agree/", actions.agree, name="agree"),
    path("actions/<uuid:task_id>/", actions.action, name="action"),
    path("actions/<uuid:task_id>/take-up/", steps.take_up, name="take_up"),
    path("actions/<uuid:task_id>/done/", steps.done, name="done"),
    path("actions/<uuid:task_id>/give-up/", steps.give_up, name="give_up"),
    path("actions/<uuid:task_id>/close/", steps.close, name="close"),
    path("actions/<uuid:task_id>/send-back/", steps.send_back, name="send_back"),
    path("actions/<uuid:task_id>/supersede/", steps.supersede, name="supersede"),
    path("actions/<uuid:task_id>/date/", steps.move_date, name="move_date"),
    path("actions/<uuid:task_id>/hand-over/", steps.hand_over, name="hand_over"),
    path("actions/<uuid:task_id>/same-as/<uuid:earlier_id>/", steps.compare, name="compare"),
    path("plans/", plans.plans, name="plans"),
    path("plans/begin/", plans.begin_plan, name="begin_plan"),
    path("plans/<uuid:plan_id>/", plans.plan, name="plan"),
    path("plans/<uuid:plan_id>/add/", plans.add_to_plan, name="add_to_plan"),
    path("plans/<uuid:plan_id>/file/", plans.give_file, name="give_file"),
    path("imports/<uuid:import_id>/", plans.plan_import, name="plan_import"),
    path("imports/<uuid:import_id>/import/", plans.import_plan, name="import_plan"),
    path("reviews/", reviews.reviews, name="reviews"),
    path("reviews/begin/", reviews.begin_review, name="begin_review"),
    path("reviews/<uuid:review_id>/", reviews.review, name="review"),
    path("reviews/<uuid:review_id>/add/", reviews.add_to_review, name="add_to_review"),
    path("returning/", findings.returning, name="returning"),
]

"""Routes of the contract stage."""

from django.urls import URLPattern, path

from carewright.contract.web.views import (
    agreements,
    import_questions,
    imports,
    kinds,
    open_data,
    papers,
    steps,
    variety,
    work,
)

app_name = "contract"
urlpatterns: list[URLPattern] = [
    path("", agreements.agreements, name="agreements"),
    path("new/", agreements.write, name="write"),
    path("to-put-right/", work.work, name="work"),
    path("public/", work.public, name="public"),
    path("public/open-data/", open_data.open_data, name="open_data"),
    path("public/publisher/", open_data.publisher, name="publisher"),
    path("kinds/", kinds.kinds, name="kinds"),
    path("kinds/say/", kinds.say, name="say_kinds"),
    path("variety/", variety.variety, name="variety"),
    path("import/", imports.imports, name="imports"),
    path("import/give/", imports.give, name="import_give"),
    path("import/files/<uuid:register_id>/", imports.file, name="import_file"),
    path("import/files/<uuid:register_id>/begin/", imports.begin, name="import_begin"),
    path("import/<uuid:batch_id>/", imports.batch, name="import"),
    path("import/<uuid:batch_id>/rows/", imports.rows, name="import_rows"),
    path("import/<uuid:batch_id>/suppliers/", imports.suppliers, name="import_suppliers"),
    path("import/<uuid:batch_id>/do/", import_questions.do, name="import_do"),
    path("import/<uuid:batch_id>/take-back/", import_questions.undo, name="import_undo"),
    path("import/rows/<uuid:row_id>/", import_questions.row, name="import_row"),
    path("import/suppliers/<uuid:supplier_id>/", import_questions.supplier, name="import_supplier"),
    path("<uuid:agreement_id>/", agreements.agreement, name="agreement"),
    path("<uuid:agreement_id>/approval/", steps.approval, name="approval"),
    path("<uuid:agreement_id>/sign/", steps.sign, name="sign"),
    path("<uuid:agreement_id>/care-goes-on/", steps.goes_on, name="goes_on"),
    path("<uuid:agreement_id>/papers/<uuid:document_id>/", papers.paper, name="paper"),
    path("<uuid:agreement_id>/track/<slug:check>/", work.track, name="track"),
    path("<uuid:agreement_id>/steps/<slug:step>/", steps.step, name="step"),
]

"""The list of services once more, as Django's own documentation would have it written.

A `ListView` with its `Paginator`, a form for the filters, objects of the same queryset, and
templates of Django's own engine: `{% url %}` for each row's link, `{% querystring %}` for
sorting and paging, `intcomma` and `date` for figures and days. It stands beside the product in
the same process, behind the same middleware, and holds the same page.
"""

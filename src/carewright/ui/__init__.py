"""Layout, form fields, lists and chart partials that every stage's pages are made of.

It knows no stage and owns no table."""

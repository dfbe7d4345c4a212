"""Everything that Discord sees. ``client`` puts it together: the cogs by subject (``letter``, ``lists``,
``notices``, ``people``, ``signatories``), which import none of one another, are on ``background``, that on
``runtime``, that on ``ui``. Imports verbs and sheets of models; writes no SQL and sees no table."""

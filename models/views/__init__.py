"""What somebody is shown that joins many subjects: my tasks, one signatory, the working sheet, moderators' acts.
Imports importing and what is below it; changes nothing."""

/** Why we print something else than an official style. */
export const WHY = {
  UNDATED: 'A date that nobody knows is left out.',
  SIGNED: 'A document is told by place and day of its signing.',
  NAMED: 'The title names those who signed: only what nobody has signed stands under its newspaper.',
  REPORT: 'A report is in italics, with its number.',
  WRITTEN_OUT: 'Divisions are written out, as the manual has “Chapter 3”; the style shortens them.',
  HAN: 'Han characters have no italics: the title is quoted.',
  TREATY: 'A treaty has the form of a document.',
  SPACE: 'The style lacks the space after the label.',
  PARAGRAPH:
    'The handbook shortens paragraph to par., and a body that issues statements has many: the title is named.',
  PASSAGE: 'A passage is told without the page.',
  UN: 'A document of the United Nations has its day and “UN Doc”.',
  BRACKETS: 'The page of a newspaper stands in brackets, as in the examples of the standard.',
  BARE: 'The style prints the number of a passage without what it counts.',
  CAPITALS: 'Only the names of persons are in capitals.',
  SITE: 'The address tells the site.',
  KEPT: 'A locator is never dropped.',
  ANONYMOUS: '佚名 would not tell one statement from another: the title stands for the author.',
  NUMBER: 'The list of a law journal has no numbers of its own.',
  LAW_UNITS: 'CSL knows 条 and 款 alone; a passage is a 部分 or a 段, and the page is named besides.',
  LAW_BOOK: '年版 is said of books; a document has the day of its signing.',
} as const;

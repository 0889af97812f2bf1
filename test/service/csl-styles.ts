/** Small CSL styles for tests, each with what one of them is about. */

const style = (kind: 'note' | 'in-text', marks: string, citation: string, bibliography = ''): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="${kind}" version="1.0">
  <info><title>Test</title><id>test</id><updated>2025-01-01T00:00:00+00:00</updated></info>
  <citation><layout delimiter="; " ${marks}>${citation}</layout></citation>
  ${bibliography === '' ? '' : `<bibliography><layout suffix=".">${bibliography}</layout></bibliography>`}
</style>
`;

const locator =
  '<group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>';

/** *Title*, paper, URL; later the short title; ibid. Prints locators. Has no list. */
export const NOTES = style(
  'note',
  'suffix="."',
  `<choose>
    <if position="ibid"><text term="ibid"/></if>
    <else-if position="subsequent"><text variable="title" form="short"/></else-if>
    <else><group delimiter=", "><text variable="title" font-style="italic"/><text variable="container-title"/><text variable="URL"/></group></else>
  </choose>
  <group prefix=", ">${locator}</group>`,
);

/** A later note names the number of the first: `note 3`. */
export const NUMBERED_NOTES = style(
  'note',
  'suffix="."',
  `<choose>
    <if position="subsequent"><text variable="first-reference-note-number" prefix="note "/></if>
    <else><text variable="title"/></else>
  </choose>`,
);

/** (Short title 2020, locator), with a list. */
export const IN_TEXT = style(
  'in-text',
  'prefix="(" suffix=")"',
  `<group delimiter=", ">
    <group delimiter=" "><text variable="title" form="short"/><date variable="issued"><date-part name="year"/></date></group>
    ${locator}
  </group>`,
  '<group delimiter=". "><names variable="author"><name/></names><text variable="title" font-style="italic"/><text variable="URL"/></group>',
);

/** Raised numbers that say nothing of a locator, as in the national standard of China. */
export const NUMBERS = style(
  'in-text',
  'prefix="[" suffix="]" vertical-align="sup"',
  '<text variable="citation-number"/>',
  '<text variable="citation-number" prefix="[" suffix="] "/><text variable="title"/>',
);

/** Stands for another style, which it names. */
export const DEPENDENT = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" default-locale="en-GB">
  <info>
    <title>Journal</title><id>http://www.zotero.org/styles/journal</id>
    <link href="http://www.zotero.org/styles/journal" rel="self"/>
    <link href="http://www.zotero.org/styles/in-text" rel="independent-parent"/>
    <updated>2025-01-01T00:00:00+00:00</updated>
  </info>
</style>
`;

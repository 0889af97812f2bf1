// `node scripts/styles-table.mjs`: writes docs/styles.md, what each citation style prints for each kind of statement.
// It imports the TypeScript of the server as it stands, which takes Node 22.18 or later.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatCited, formatEntry, noteKind, renderRich } from '../server/src/core/format/format.ts';
import { styleNames } from '../server/src/core/format/style-name.ts';
import { parseStatement } from '../server/src/core/statement/parse.ts';
import { root } from './setup.mjs';

const FILE = path.join(root, 'docs', 'styles.md');

/** What each style is, and where its rules come from. */
const ABOUT = {
  'gb7714-2025-note':
    'GB/T 7714-2025, references as notes. It replaced the edition of 2015 on 1 July 2026; what it changed (wide marks, no date of access but for web pages) is taken from its examples as the official CSL styles print them.',
  'gb7714-2025-numeric':
    'GB/T 7714-2025, numbers in the text. The passage stands behind the bracket, raised like it.',
  'gb7714-2025-author-date':
    'GB/T 7714-2025, author and year. A statement whose title names its authors goes by its short title: 佚名 would not tell one from another.',
  'gb7714-2015-note': 'GB/T 7714-2015, references as notes.',
  'gb7714-2015-numeric': 'GB/T 7714-2015, numbers in the text.',
  'gb7714-2015-author-date': 'GB/T 7714-2015, author and year.',
  'cn-international-relations':
    'Chinese journals of international relations, after 《世界经济与政治》. There is no 同上: a later note names the title.',
  'cn-history':
    'Chinese journals of history and social science, after 《历史研究》 and 《中国社会科学》. There is no 同上 either.',
  'cn-law': 'Chinese law journals, after 《法学引注手册》.',
  'chicago-note':
    'The Chicago Manual of Style, 18th edition, notes and bibliography. A later note has the short title, which the manual prefers to ibid.',
  apa: 'The Publication Manual of the American Psychological Association, 7th edition.',
  mla: 'The MLA Handbook, 9th edition. The text names the short title besides an author, who may have issued many statements.',
  oscola: 'OSCOLA, 4th edition.',
};

const ACCESSED = '2026-01-15';

function shipped(key) {
  const file = path.join(root, 'corpus', 'statements', `${key}.statement.md`);
  return parseStatement(`file:///${key}.statement.md`, readFileSync(file, 'utf8')).statement;
}

function made(key, front, body) {
  return parseStatement(
    `file:///${key}.statement.md`,
    `---\nid: ${key}\n${front.join('\n')}\n---\n\n${body}\n`,
  ).statement;
}

const SECTIONS = ['一', '二', '三', '四']
  .map((number) => `## ${number}\n\n甲。\n\n乙。\n\n丙。`)
  .join('\n\n');
const NUMBERED = '1. One.\n\n2. Two.\n\n3. Three.';

/** Kinds of statements, and a passage of one of each. */
const samples = () => [
  ['printed in a newspaper', shipped('cn-ru-2025-global-strategic-stability'), '12'],
  [
    'web page',
    made(
      'web',
      [
        'type: webpage',
        'title: 中法关于人工智能和全球治理的联合声明',
        'title-short: 中法人工智能联合声明',
        'issued: 2024-05-07',
        'container-title: 外交部网站',
        'URL: https://www.example.org/zf',
        'language: zh-CN',
      ],
      SECTIONS,
    ),
    '4.3',
  ],
  ['document, signed', shipped('cn-ru-2025-international-law'), '5'],
  [
    'document of which nothing is known',
    made('bare', ['type: document', 'title: 中外联合声明', 'language: zh-CN'], SECTIONS),
    '4.2-4.3',
  ],
  [
    'resolution of the United Nations',
    made(
      'resolution',
      [
        'type: report',
        'title: "Transforming Our World: The 2030 Agenda for Sustainable Development"',
        'title-short: 2030 Agenda',
        'author: [{literal: UN General Assembly}]',
        'issued: 2015-10-21',
        'number: A/RES/70/1',
        'URL: https://undocs.org/A/RES/70/1',
        'language: en',
      ],
      NUMBERED,
    ),
    '3',
  ],
  [
    'Russian text',
    made(
      'russian',
      [
        'type: document',
        'title: Совместное заявление Российской Федерации и Китайской Народной Республики',
        'title-short: Совместное заявление',
        'author: [{literal: Российская Федерация}, {literal: Китайская Народная Республика}]',
        'event-date: 2025-05-08',
        'event-place: Москва',
        'language: ru',
      ],
      NUMBERED,
    ),
    '2',
  ],
];

/** The text of docs/styles.md. */
export function stylesTable() {
  const kinds = samples();
  const parts = styleNames.map((style) => [
    `## \`${style}\``,
    ABOUT[style],
    `In a Chinese draft:\n\n${table(style, kinds, 'zh-CN')}`,
    `In an English draft:\n\n${table(style, kinds, 'en')}`,
  ]);
  return `${[INTRODUCTION, ...parts.flat()].join('\n\n')}\n`;
}

const INTRODUCTION = `# Citation styles

What each style prints, for each kind of statement. \`node scripts/styles-table.mjs\` writes this page; a test holds it to what the program does.

- The words of a style (载, 第3段, sec. 3, 同上, ibid) are in the language of the draft, titles and names in the statement's own.
- What a statement does not say is left out, with the marks that would go with it. A locator is never left out.
- Authors whom the title names already are not named again, as the two states of a joint statement are not.
- A newspaper has the date on which it appeared. Where only the signing is known, that date stands by the title.
- The day on which an address was opened (here ${ACCESSED}) is printed only where it is given, in the styles that ask for it.
- 同上 and ibid stand only where a passage is named: alone they would mean the passage of the note before.
- Where nobody knows the number of the first note, 同前注 and \`(n 3)\` do without it.
- Whatever else is needed: \`pincite.csl\` takes any CSL file, through Pandoc.`;

function table(style, kinds, language) {
  const isNote = noteKind(style) === 'note';
  const head = isNote ? ['', 'first note', 'later note', 'right after', 'list'] : ['', 'in the text', 'list'];
  const rows = kinds.map(([kind, statement, address], at) => {
    const options = { language, number: at + 1, accessed: ACCESSED };
    const cite = (position) => cell(formatCited(style, [{ statement, address }], position, options));
    const cited = isNote ? ['first', 'later', 'ibid'].map(cite) : [cite('first')];
    return [kind, ...cited, cell(formatEntry(style, statement, options))];
  });
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** HTML, which a cell of a Markdown table takes; addresses as words, so that no table depends on how they are linked. */
function cell(rich) {
  const words = rich.map((run) => ({ ...run, url: undefined }));
  return renderRich(words, 'html').replaceAll('|', '\\|').replaceAll('&#39;', "'");
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  writeFileSync(FILE, stylesTable());
  console.log(`wrote ${path.relative(root, FILE)}`);
}

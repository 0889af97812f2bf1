import { styleNames, type StyleName } from '../core/format/style-name.ts';
import { defaultCheckSettings, readCheckSettings, type CheckSettings } from '../service/check-settings.ts';
import type { CitationForm } from './protocol.ts';

/** The settings of `pincite.*` that the server reads; their names in a client are the keys below with dots. */
export interface Settings extends CheckSettings {
  /** `pincite.corpusPaths`: folders with statements: absolute, from `~`, or relative to each workspace folder. */
  readonly corpusPaths: readonly string[];
  /** `pincite.defaultCorpus`: whether the shipped statements are included. */
  readonly defaultCorpus: boolean;
  /** `pincite.hover.maxCharacters`: how much passage text a hover shows before it is cut with a sign. */
  readonly hoverMaxCharacters: number;
  /** `pincite.codeLens`: whether a statement file shows how often its passages are cited. */
  readonly codeLens: boolean;
  /** `pincite.citation.form`: how a citation is written. */
  readonly citationForm: CitationForm;
  /** `pincite.citation.style`: the style of formatted notes; `auto` goes by the language of the draft. */
  readonly citationStyle: StyleName | 'auto';
  /** `pincite.csl`: a CSL file that formats in place of the style, through Pandoc; empty for none. */
  readonly csl: string;
  /** `pincite.pandocPath`: the user's Pandoc. */
  readonly pandocPath: string;
  /** `pincite.bibliographyPath`: the file that is kept in step with what is cited; empty for none. */
  readonly bibliographyPath: string;
}

export const defaultSettings: Settings = {
  ...defaultCheckSettings,
  corpusPaths: [],
  defaultCorpus: true,
  hoverMaxCharacters: 2000,
  codeLens: true,
  citationForm: 'pandoc',
  citationStyle: 'auto',
  csl: '',
  pandocPath: 'pandoc',
  bibliographyPath: '',
};

const FORMS: readonly CitationForm[] = ['pandoc', 'footnote', 'inline', 'link'];
const STYLES: readonly (StyleName | 'auto')[] = ['auto', ...styleNames];

/**
 * Reads settings from whatever a client sends: `{corpusPaths: […]}`, `{pincite: {…}}`, nested (`hover:
 * {maxCharacters}`) or flat (`"hover.maxCharacters"`, `"pincite.hover.maxCharacters"`). What is absent or of the
 * wrong type keeps the value of `base`.
 */
export function readSettings(value: unknown, base: Settings = defaultSettings): Settings {
  const section = get(value, 'pincite');
  const look = (path: string): unknown =>
    get(section, path) ?? get(value, `pincite.${path}`) ?? get(value, path);
  const corpusPaths = look('corpusPaths');
  const defaultCorpus = look('defaultCorpus');
  const maxCharacters = look('hover.maxCharacters');
  const codeLens = look('codeLens');
  return {
    ...readCheckSettings(look, base),
    corpusPaths: Array.isArray(corpusPaths)
      ? corpusPaths.filter((path): path is string => typeof path === 'string' && path.trim() !== '')
      : base.corpusPaths,
    defaultCorpus: typeof defaultCorpus === 'boolean' ? defaultCorpus : base.defaultCorpus,
    hoverMaxCharacters:
      typeof maxCharacters === 'number' && maxCharacters > 0
        ? Math.floor(maxCharacters)
        : base.hoverMaxCharacters,
    codeLens: typeof codeLens === 'boolean' ? codeLens : base.codeLens,
    citationForm: oneOf(FORMS, look('citation.form'), base.citationForm),
    citationStyle: oneOf(STYLES, look('citation.style'), base.citationStyle),
    csl: text(look('csl'), base.csl),
    pandocPath: text(look('pandocPath'), base.pandocPath) || defaultSettings.pandocPath,
    bibliographyPath: text(look('bibliographyPath'), base.bibliographyPath),
  };
}

/** True if the statements are to be read from elsewhere. */
export function namesOtherCorpus(a: Settings, b: Settings): boolean {
  return (
    a.defaultCorpus !== b.defaultCorpus || JSON.stringify(a.corpusPaths) !== JSON.stringify(b.corpusPaths)
  );
}

function oneOf<Value>(values: readonly Value[], value: unknown, base: Value): Value {
  return values.find((each) => each === value) ?? base;
}

function text(value: unknown, base: string): string {
  return typeof value === 'string' ? value.trim() : base;
}

/** The value under a dotted path, whether the dots nest or are part of the name. */
function get(value: unknown, path: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const record = value as Readonly<Record<string, unknown>>;
  if (path in record) return record[path];
  const [head = '', ...rest] = path.split('.');
  return rest.length === 0 ? undefined : get(record[head], rest.join('.'));
}

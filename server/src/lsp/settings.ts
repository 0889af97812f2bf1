/** The settings of `pincite.*` that the server reads; their names in a client are the keys below with dots. */
export interface Settings {
  /** `pincite.corpusPaths`: folders with statements: absolute, from `~`, or relative to each workspace folder. */
  readonly corpusPaths: readonly string[];
  /** `pincite.defaultCorpus`: whether the shipped statements are included. */
  readonly defaultCorpus: boolean;
  /** `pincite.hover.maxCharacters`: how much passage text a hover shows before it is cut with a sign. */
  readonly hoverMaxCharacters: number;
  /** `pincite.diagnostics.unknownKey`: what a key that no statement has is worth. */
  readonly unknownKey: Level;
  /** `pincite.diagnostics.doubtfulPlaces`: what a doubtful place in a statement file is worth. */
  readonly doubtfulPlaces: Level;
}

export type Level = 'off' | 'hint' | 'information' | 'warning';

export const defaultSettings: Settings = {
  corpusPaths: [],
  defaultCorpus: true,
  hoverMaxCharacters: 2000,
  unknownKey: 'information',
  doubtfulPlaces: 'information',
};

const LEVELS: readonly unknown[] = ['off', 'hint', 'information', 'warning'] satisfies Level[];

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
  return {
    corpusPaths: Array.isArray(corpusPaths)
      ? corpusPaths.filter((path): path is string => typeof path === 'string' && path.trim() !== '')
      : base.corpusPaths,
    defaultCorpus: typeof defaultCorpus === 'boolean' ? defaultCorpus : base.defaultCorpus,
    hoverMaxCharacters:
      typeof maxCharacters === 'number' && maxCharacters > 0
        ? Math.floor(maxCharacters)
        : base.hoverMaxCharacters,
    unknownKey: level(look('diagnostics.unknownKey'), base.unknownKey),
    doubtfulPlaces: level(look('diagnostics.doubtfulPlaces'), base.doubtfulPlaces),
  };
}

function level(value: unknown, base: Level): Level {
  return LEVELS.includes(value) ? (value as Level) : base;
}

/** The value under a dotted path, whether the dots nest or are part of the name. */
function get(value: unknown, path: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const record = value as Readonly<Record<string, unknown>>;
  if (path in record) return record[path];
  const [head = '', ...rest] = path.split('.');
  return rest.length === 0 ? undefined : get(record[head], rest.join('.'));
}

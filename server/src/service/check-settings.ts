import {
  defaultQuotationFindingOptions,
  quotationCodes,
  type QuotationFindingOptions,
} from './quotation-findings.ts';

export type Level = 'off' | 'hint' | 'information' | 'warning';

/** What is worth what in drafts and statements, in editors and on the command line alike. */
export interface CheckSettings {
  /** `diagnostics.unknownKey`: what a key that no statement has is worth. */
  readonly unknownKey: Level;
  /** `diagnostics.doubtfulPlaces`: what a doubtful place in a statement file is worth. */
  readonly doubtfulPlaces: Level;
  /** `diagnostics.downstream`: what a form is worth that goes wrong in Pandoc or in another editor. */
  readonly downstream: Level;
  /** `diagnostics.bibliography`: what a cited statement is worth that the document's bibliography lacks. */
  readonly bibliography: Level;
  /** `diagnostics.drift`: what it is worth that something cited has changed since it was pinned. */
  readonly drift: Level;
  /**
   * `diagnostics.quoteAltered` and the like: what is worth what; `quotations.least`: how many Han characters a
   * quotation has at least, or a third of how many letters of other scripts.
   */
  readonly quotations: QuotationFindingOptions;
}

export const defaultCheckSettings: CheckSettings = {
  unknownKey: 'information',
  doubtfulPlaces: 'information',
  downstream: 'warning',
  bibliography: 'information',
  drift: 'warning',
  quotations: defaultQuotationFindingOptions,
};

export const levels: readonly Level[] = ['off', 'hint', 'information', 'warning'];
const LEVELS_OF = ['unknownKey', 'doubtfulPlaces', 'downstream', 'bibliography', 'drift'] as const;
const LEAST = 'quotations.least';

/** The names of these settings, each with the kind of its value. */
export const checkSettingNames: ReadonlyMap<string, 'level' | 'count'> = new Map([
  ...[...LEVELS_OF, ...quotationCodes.map(camelCase)].map(
    (name) => [`diagnostics.${name}`, 'level'] as const,
  ),
  [LEAST, 'count'] as const,
]);

/** Reads them; what is absent or of the wrong type keeps the value of `base`. `look` gives the value of a name. */
export function readCheckSettings(look: (name: string) => unknown, base: CheckSettings): CheckSettings {
  const levelOf = <Base extends Level | QuotationLevel>(name: string, own: Base): Level | Base =>
    levels.find((each) => each === look(`diagnostics.${name}`)) ?? own;
  const least = look(LEAST);
  const quotationLevels = quotationCodes.map(
    (code) => [code, levelOf(camelCase(code), base.quotations.levels[code])] as const,
  );
  return {
    unknownKey: levelOf('unknownKey', base.unknownKey),
    doubtfulPlaces: levelOf('doubtfulPlaces', base.doubtfulPlaces),
    downstream: levelOf('downstream', base.downstream),
    bibliography: levelOf('bibliography', base.bibliography),
    drift: levelOf('drift', base.drift),
    quotations: {
      least: isCount(least) ? Math.floor(least) : base.quotations.least,
      levels: { ...base.quotations.levels, ...Object.fromEntries(quotationLevels) },
    },
  };
}

type QuotationLevel = QuotationFindingOptions['levels'][(typeof quotationCodes)[number]];

function isCount(value: unknown): value is number {
  return typeof value === 'number' && value >= 1;
}

/** `quote-altered` → `quoteAltered` */
function camelCase(code: string): string {
  return code.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

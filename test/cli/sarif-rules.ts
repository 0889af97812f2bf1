/**
 * What SARIF 2.1.0 demands of the objects that we write, read off its JSON schema: which properties an object may have,
 * which it must have, and what their values are. Properties that we never write are left out.
 */
interface ObjectRule {
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, Rule>>;
}
type Rule =
  | { readonly kind: 'object'; readonly name: string }
  | { readonly kind: 'array'; readonly items: Rule; readonly least: number; readonly unique: boolean }
  | { readonly kind: 'value'; readonly isValid: (value: unknown) => boolean };

const object = (name: string): Rule => ({ kind: 'object', name });
const array = (items: Rule, { least = 0, unique = false } = {}): Rule => ({
  kind: 'array',
  items,
  least,
  unique,
});
const value = (isValid: (value: unknown) => boolean): Rule => ({ kind: 'value', isValid });
const string = value((each) => typeof each === 'string');
const boolean = value((each) => typeof each === 'boolean');
const oneOf = (...values: readonly string[]): Rule => value((each) => values.includes(String(each)));
const atLeast = (least: number): Rule => value((each) => Number.isInteger(each) && Number(each) >= least);
const uri = value((each) => typeof each === 'string' && URL.canParse(each));
const uriReference = value((each) => typeof each === 'string' && /^[\w\-.~:/?#@!$&'()*+,;=%]*$/.test(each));
const level = oneOf('none', 'note', 'warning', 'error');
const texts = value(
  (each) =>
    typeof each === 'object' &&
    each !== null &&
    Object.values(each).every((text) => typeof text === 'string'),
);

const OBJECTS: Readonly<Record<string, ObjectRule>> = {
  log: {
    required: ['version', 'runs'],
    properties: { $schema: uri, version: oneOf('2.1.0'), runs: array(object('run')) },
  },
  run: {
    required: ['tool'],
    properties: {
      tool: object('tool'),
      invocations: array(object('invocation')),
      columnKind: oneOf('utf16CodeUnits', 'unicodeCodePoints'),
      results: array(object('result')),
    },
  },
  tool: { required: ['driver'], properties: { driver: object('toolComponent') } },
  toolComponent: {
    required: ['name'],
    properties: {
      ...{ name: string, version: string, semanticVersion: string, informationUri: uri },
      rules: array(object('reportingDescriptor'), { unique: true }),
    },
  },
  reportingDescriptor: {
    required: ['id'],
    properties: {
      ...{ id: string, name: string, helpUri: uri },
      shortDescription: object('multiformatMessageString'),
      help: object('multiformatMessageString'),
      defaultConfiguration: object('reportingConfiguration'),
    },
  },
  reportingConfiguration: { required: [], properties: { level } },
  multiformatMessageString: { required: ['text'], properties: { text: string, markdown: string } },
  message: { required: ['text'], properties: { text: string } },
  invocation: {
    required: ['executionSuccessful'],
    properties: {
      executionSuccessful: boolean,
      toolExecutionNotifications: array(object('notification')),
    },
  },
  notification: { required: ['message'], properties: { message: object('message'), level } },
  result: {
    required: ['message'],
    properties: {
      ...{ ruleId: string, ruleIndex: atLeast(-1), level, message: object('message') },
      ...{ locations: array(object('location')), partialFingerprints: texts },
      fixes: array(object('fix'), { unique: true }),
    },
  },
  location: { required: [], properties: { physicalLocation: object('physicalLocation') } },
  physicalLocation: {
    required: ['artifactLocation'],
    properties: { artifactLocation: object('artifactLocation'), region: object('region') },
  },
  artifactLocation: { required: [], properties: { uri: uriReference, uriBaseId: string } },
  region: {
    required: ['startLine'],
    properties: {
      startLine: atLeast(1),
      startColumn: atLeast(1),
      endLine: atLeast(1),
      endColumn: atLeast(1),
    },
  },
  fix: {
    required: ['artifactChanges'],
    properties: {
      description: object('message'),
      artifactChanges: array(object('artifactChange'), { least: 1, unique: true }),
    },
  },
  artifactChange: {
    required: ['artifactLocation', 'replacements'],
    properties: {
      artifactLocation: object('artifactLocation'),
      replacements: array(object('replacement'), { least: 1 }),
    },
  },
  replacement: {
    required: ['deletedRegion'],
    properties: { deletedRegion: object('region'), insertedContent: object('artifactContent') },
  },
  artifactContent: { required: [], properties: { text: string } },
};

/** Every place of a log that breaks a rule; empty for a valid one. */
export function sarifProblems(log: unknown): string[] {
  return problemsOf(log, object('log'), '$');
}

function problemsOf(given: unknown, rule: Rule, path: string): string[] {
  switch (rule.kind) {
    case 'value':
      return rule.isValid(given) ? [] : [`${path}: ${JSON.stringify(given)}`];
    case 'array': {
      if (!Array.isArray(given)) return [`${path}: no array`];
      const all: readonly unknown[] = given;
      const words = all.map((each) => JSON.stringify(each));
      return [
        ...(all.length < rule.least ? [`${path}: too short`] : []),
        ...(rule.unique && new Set(words).size < words.length ? [`${path}: repeated`] : []),
        ...all.flatMap((each, i) => problemsOf(each, rule.items, `${path}[${String(i)}]`)),
      ];
    }
    case 'object': {
      if (typeof given !== 'object' || given === null) return [`${path}: no object`];
      const { required, properties } = OBJECTS[rule.name] ?? { required: [], properties: {} };
      return [
        ...required.filter((name) => !(name in given)).map((name) => `${path}: lacks ${name}`),
        ...Object.entries(given).flatMap(([name, each]: [string, unknown]) => {
          const own = properties[name];
          return own === undefined
            ? [`${path}.${name}: not allowed`]
            : problemsOf(each, own, `${path}.${name}`);
        }),
      ];
    }
  }
}

import type { ActionEdit } from '../../service/code-actions.ts';
import { sha256 } from '../../core/accounting/sha256.ts';
import type { Range } from '../../core/span.ts';
import { identityOf } from '../../service/finding-identity.ts';
import type { Finding } from '../../service/finding.ts';
import type { DraftAction } from '../../service/draft-action.ts';
import type { CheckedFile, CheckReport, ReportFormat } from './report.ts';
import { levelOfSeverity, rulesOf } from './sarif-rules.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * SARIF 2.1.0: one run, every code a rule, columns in UTF-16 units from 1. Paths are relative to the working directory,
 * which `%SRCROOT%` stands for.
 */
export const formatSarif: ReportFormat = (report) => {
  const { version, documentation } = report;
  const rules = rulesOf(documentation);
  const driver = {
    name: 'Pincite',
    ...(version !== '' && { version, semanticVersion: version }),
    ...(documentation !== undefined && { informationUri: documentation }),
    rules,
  };
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const run = {
    tool: { driver },
    columnKind: 'utf16CodeUnits',
    invocations: [invocation(report)],
    results: report.files.flatMap((file) => resultsOf(file, indexOf)),
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, undefined, 2)}\n`;
};

function invocation({ refused }: CheckReport) {
  return {
    executionSuccessful: refused.length === 0,
    ...(refused.length > 0 && {
      toolExecutionNotifications: refused.map((text) => ({ level: 'error', message: { text } })),
    }),
  };
}

function resultsOf(file: CheckedFile, indexOf: ReadonlyMap<string, number>) {
  const seen = new Map<string, number>();
  return file.findings.map((finding) => {
    const { code, severity, message, range } = finding;
    const identity = JSON.stringify(identityOf(file.draft, finding));
    const before = seen.get(identity) ?? 0;
    seen.set(identity, before + 1);
    const index = indexOf.get(code);
    const fixes = file.fixes.filter(({ about = [] }) => about.some((each) => isAbout(each, finding)));
    return {
      ruleId: code,
      ...(index !== undefined && { ruleIndex: index }),
      level: levelOfSeverity(severity),
      message: { text: message },
      locations: [{ physicalLocation: { artifactLocation: artifact(file), region: region(range) } }],
      // The same words again in the same draft are another finding.
      partialFingerprints: { 'pinciteFinding/v1': sha256(`${identity}${String(before)}`) },
      ...(fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(file, fix)) }),
    };
  });
}

function isAbout(about: { readonly code: string; readonly range: Range }, { code, range }: Finding): boolean {
  return about.code === code && JSON.stringify(about.range) === JSON.stringify(range);
}

function fixOf(file: CheckedFile, { title, edits }: DraftAction) {
  return {
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation: artifact(file),
        replacements: edits.map(({ range, text }: ActionEdit) => ({
          deletedRegion: region(range),
          insertedContent: { text },
        })),
      },
    ],
  };
}

function artifact({ location: uri }: CheckedFile) {
  const isAbsolute = /^[a-z][a-z0-9+.-]*:/i.test(uri);
  return isAbsolute ? { uri } : { uri, uriBaseId: '%SRCROOT%' };
}

function region({ start, end }: Range) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

import type { ReportFormat } from './report.ts';

/** `[{file, range, code, severity, message}]` in the order of the files and of their text. */
export const formatJson: ReportFormat = ({ files }) => {
  const findings = files.flatMap(({ name: file, findings: own }) =>
    own.map(({ range, code, severity, message }) => ({ file, range, code, severity, message })),
  );
  return `${JSON.stringify(findings, undefined, 2)}\n`;
};

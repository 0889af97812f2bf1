import type { ReportFormat } from './report.ts';

/** `[{file, range, code, severity, message}]`, with `was` and `now` for what has changed since it was pinned, in the order of the files and of their text. */
export const formatJson: ReportFormat = ({ files }) => {
  const findings = files.flatMap(({ name: file, findings: own }) =>
    own.map(({ range, code, severity, message, was, now }) => ({
      ...{ file, range, code, severity, message },
      ...(was !== undefined && { was }),
      ...(now !== undefined && { now }),
    })),
  );
  return `${JSON.stringify(findings, undefined, 2)}\n`;
};

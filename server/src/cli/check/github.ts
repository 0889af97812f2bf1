import type { Finding } from '../../service/finding.ts';
import type { CheckedFile, ReportFormat } from './report.ts';
import { summaries } from './text.ts';

const COMMANDS = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/** Workflow commands of GitHub Actions, which show each finding beside its line; then the lines on the quotations. */
export const formatGithub: ReportFormat = ({ files }) =>
  files.flatMap((file) => file.findings.map((finding) => `${command(file, finding)}\n`)).join('') +
  // A file may be called like a command.
  summaries(files).replace(/^(?=\s*::)/gm, './');

function command({ name }: CheckedFile, { range: { start, end }, code, severity, message }: Finding): string {
  // Columns are understood within one line only.
  const columns =
    start.line === end.line
      ? { col: start.character + 1, endColumn: Math.max(end.character, start.character + 1) }
      : {};
  const properties = {
    file: name.replaceAll('\\', '/').replace(/^(?:\.\/)+/, ''),
    ...{ line: start.line + 1, endLine: end.line + 1, ...columns, title: code },
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${COMMANDS[severity]} ${list.join(',')}::${data(message)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

import * as l10n from '@vscode/l10n';
import {
  CodeActionKind,
  MessageType,
  ShowMessageNotification,
  type CodeAction,
  type Connection,
  type Diagnostic,
  type ShowMessageParams,
} from 'vscode-languageserver';
import type { Range } from '../core/span.ts';
import type { Draft } from '../service/draft.ts';
import { isRefusal } from '../service/refusal.ts';
import type { Service } from '../service/service.ts';
import { toCodeAction } from './convert.ts';
import { acceptCommand, pinRequest, type PinParams, type PinResult } from './protocol.ts';
import type { Runner } from './runner.ts';
import { send } from './send.ts';

interface Context {
  readonly connection: Connection;
  readonly service: Service;
  readonly run: Runner;
  readonly draft: (uri: string) => Draft | undefined;
  /** Called when pins were written. */
  readonly pinned: () => void;
}

/** Writes pins: of a whole draft for a request, of what stands in a range for a command that code actions give. */
export function registerPinRequests({ connection, service, run, draft, pinned }: Context): void {
  const pin = async (uri: string, range?: Range): Promise<PinResult | null> => {
    const text = draft(uri);
    if (text === undefined || service.isStatement(text.uri)) return null;
    const result = await service.pins.pin(text, range);
    pinned();
    return result;
  };
  connection.onRequest(
    pinRequest,
    run<PinParams, PinResult | null>('pin', null, ({ uri }) => pin(uri)),
  );
  connection.onExecuteCommand(
    run('executeCommand', null, async ({ command, arguments: given = [] }) => {
      const [uri, range] = given as readonly unknown[];
      if (command !== acceptCommand || typeof uri !== 'string' || !isRange(range)) return null;
      const result = await pin(uri, range);
      if (result !== null && isRefusal(result)) {
        const shown: ShowMessageParams = { type: MessageType.Warning, message: result.refused };
        send(() => connection.sendNotification(ShowMessageNotification.type, shown));
      }
      return null;
    }),
  );
}

/**
 * For each passage in a range that has changed since it was pinned, the way to follow it where it went, and the way to accept
 * what it says now.
 */
export async function pinActions(
  service: Service,
  uri: string,
  text: Draft,
  range: Range,
  diagnostics: readonly Diagnostic[],
): Promise<CodeAction[]> {
  const isPinned = ({ source, code }: Diagnostic): boolean =>
    source === 'pincite' && typeof code === 'string' && ACCEPTED.has(code);
  // Those that ask tell what they show: without any of ours there is nothing to look for.
  if (!diagnostics.some(isPinned)) return [];
  const findings = (await service.pins.findings(text)).filter(
    (finding) => ACCEPTED.has(finding.code) && overlaps(finding.range, range),
  );
  const diagnosticsOf = (code: string, at: Range): Diagnostic[] =>
    diagnostics.filter((each) => each.code === code && isSame(each.range, at));
  const follow = (await service.pins.follow(text, range)).map((action) =>
    toCodeAction(
      { ...action, uri },
      (action.about ?? []).flatMap(({ code, range: at }) => diagnosticsOf(code, at)),
      false,
    ),
  );
  const accept = findings.map(({ code, range: at }) => ({
    title:
      code === 'pin-missing'
        ? l10n.t('Pin what this citation sees')
        : l10n.t('Accept the new text (update the pin)'),
    kind: CodeActionKind.QuickFix,
    diagnostics: diagnosticsOf(code, at),
    command: { title: l10n.t('Update the pin'), command: acceptCommand, arguments: [uri, at] },
  }));
  return [...follow, ...accept];
}

/** What is pinned anew as it is seen. Of what is gone nothing is seen, and the pin tells what was there. */
const ACCEPTED: ReadonlySet<string> = new Set(['passage-changed', 'passage-moved', 'pin-missing']);

function isRange(value: unknown): value is Range {
  const { start, end } = (value ?? {}) as Partial<Record<'start' | 'end', Partial<Range['start']> | null>>;
  return [start, end].every((each) => typeof each?.line === 'number' && typeof each.character === 'number');
}

function overlaps(a: Range, b: Range): boolean {
  return isBefore(a.start, b.end) && isBefore(b.start, a.end);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

function isSame(a: Range, b: Range): boolean {
  return (
    isBefore(a.start, b.start) &&
    isBefore(b.start, a.start) &&
    isBefore(a.end, b.end) &&
    isBefore(b.end, a.end)
  );
}

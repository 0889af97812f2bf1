import * as vscode from 'vscode';
import { toRange, type Place } from '../corpus/places.ts';
import type { Disposable } from '../disposable.ts';
import { createPassageMark } from '../navigation/passageMark.ts';
import { readingColumn } from '../navigation/readingColumn.ts';
import { rememberWhereabouts } from './whereabouts.ts';

/** Long enough that running down a list does not open every file on the way. */
const PAUSE_MS = 100;

/** Shows places while the user moves through a list. */
export interface Preview extends Disposable {
  /** Shows a place soon, unless another one or the end comes first; marks nothing where there is none. */
  show(place: Place | undefined): void;
  /** Stays as it is: what was about to be shown is not. */
  hold(): void;
  /** Ends the preview; everything is again as it was at the start. */
  comeBack(): Promise<void>;
  /** Ends the preview; what it shows stays open. */
  stay(): Promise<void>;
}

export function createPreview(): Preview {
  const whereabouts = rememberWhereabouts();
  const mark = createPassageMark();
  let timer: NodeJS.Timeout | undefined;
  let wanted: Place | undefined;
  let shown = false;
  let work: Promise<void> = Promise.resolve();

  const open = async (place: Place): Promise<void> => {
    if (wanted !== place) return;
    const uri = vscode.Uri.parse(place.uri);
    shown = true;
    const editor = await vscode.window.showTextDocument(uri, {
      preview: true,
      preserveFocus: true,
      viewColumn: readingColumn(uri),
    });
    whereabouts.aboutToScroll(editor);
    if (wanted !== place) return;
    editor.revealRange(toRange(place.range), vscode.TextEditorRevealType.InCenter);
    mark.show(editor, place);
  };
  const hold = (): void => {
    clearTimeout(timer);
    wanted = undefined;
  };
  const end = async (): Promise<void> => {
    hold();
    await work;
    mark.clear();
  };
  return {
    show: (place) => {
      hold();
      if (place === undefined) {
        mark.clear();
        return;
      }
      wanted = place;
      timer = setTimeout(() => {
        // One after the other: two editors that open at once would leave either in front. A file that is gone is no preview.
        work = work.then(() => open(place)).catch(() => undefined);
      }, PAUSE_MS);
    },
    hold,
    comeBack: async () => {
      await end();
      if (shown) await whereabouts.comeBack();
    },
    stay: end,
    dispose: () => {
      clearTimeout(timer);
      mark.dispose();
    },
  };
}

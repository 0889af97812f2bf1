import type { Corpus } from '../corpus/connection.ts';
import { passageAtCursor } from '../navigation/passageAtCursor.ts';
import type { NodeName } from '../tree/ancestry.ts';
import { isTreeNode } from '../tree/treeNode.ts';
import { pickPassage, type PassagePickerOptions } from './passagePicker.ts';
import type { RecentPassages } from './recentPassages.ts';

/** Lets the user find one passage or several, and leaves them where they were; `undefined` if they gave up. */
export async function choosePassages(
  corpus: Corpus,
  recent: RecentPassages,
  options: PassagePickerOptions,
): Promise<readonly [NodeName, ...NodeName[]] | undefined> {
  const picked = await pickPassage(corpus, recent, { isForSeveral: true, ...options });
  await picked?.comeBack();
  for (const row of picked?.rows ?? []) recent.add(row);
  return picked?.rows;
}

/** What a command is about: a node of the tree, else the passage under the cursor, else one that the user finds. */
export async function passageInQuestion(
  corpus: Corpus,
  recent: RecentPassages,
  argument: unknown,
  options: PassagePickerOptions,
): Promise<NodeName | undefined> {
  if (isTreeNode(argument)) return argument;
  const atCursor = await passageAtCursor(corpus);
  if (atCursor) return atCursor;
  const chosen = await choosePassages(corpus, recent, { ...options, isForSeveral: false });
  return chosen?.[0];
}

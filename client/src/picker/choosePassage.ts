import type { Corpus } from '../corpus/connection.ts';
import { passageAtCursor } from '../navigation/passageAtCursor.ts';
import type { NodeName } from '../tree/ancestry.ts';
import { isTreeNode } from '../tree/treeNode.ts';
import { pickPassage, type PassagePickerOptions } from './passagePicker.ts';
import type { RecentPassages } from './recentPassages.ts';

/** Lets the user find a passage, and leaves them where they were; `undefined` if they gave up. */
export async function choosePassage(
  corpus: Corpus,
  recent: RecentPassages,
  options: PassagePickerOptions,
): Promise<NodeName | undefined> {
  const picked = await pickPassage(corpus, recent, options);
  await picked?.comeBack();
  if (picked) recent.add(picked.row);
  return picked?.row;
}

/** What a command is about: a node of the tree, else the passage under the cursor, else one that the user finds. */
export async function passageInQuestion(
  corpus: Corpus,
  recent: RecentPassages,
  argument: unknown,
  options: PassagePickerOptions,
): Promise<NodeName | undefined> {
  if (isTreeNode(argument)) return argument;
  return (await passageAtCursor(corpus)) ?? choosePassage(corpus, recent, options);
}

import { formatPath, type AddressPath } from '../../address.ts';
import type { Section } from '../../statement/model.ts';

/** An address as the statement has it: the sections around it, and what stands in the innermost. */
export interface Place {
  readonly path: AddressPath;
  readonly sections: readonly Section[];
  /** The number of the paragraph in the innermost section; absent for a section. */
  readonly paragraph?: number;
}

export function placeOf(path: AddressPath, roots: readonly Section[]): Place {
  const sections: Section[] = [];
  let children = roots;
  for (let length = 1; length <= path.length; length++) {
    const wanted = formatPath(path.slice(0, length));
    const section = children.find((child) => child.address === wanted);
    if (section === undefined) break;
    sections.push(section);
    children = section.sections;
  }
  const paragraph = path.length > sections.length ? path.at(-1) : undefined;
  return { path, sections, ...(paragraph === undefined ? {} : { paragraph }) };
}

/** The sections of a run of whole outermost sections, without the preamble; else none. */
export function outermostOnly(from: Place, to: Place): readonly Section[] {
  const [first] = from.sections;
  const isWhole = from.path.length === 1 && to.path.length === 1 && first !== undefined && first.number > 0;
  return isWhole ? [first, ...to.sections] : [];
}

/** True if two paragraphs stand in one section. */
export function shareSection(from: Place, to: Place): boolean {
  return formatPath(from.path.slice(0, -1)) === formatPath(to.path.slice(0, -1));
}

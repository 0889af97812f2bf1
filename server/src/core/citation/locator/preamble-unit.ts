import { matchAt } from '../sticky.ts';
import { readHanUnit } from './han-unit.ts';
import { readLabelled } from './labelled-unit.ts';
import { single } from './number-path.ts';
import type { Unit, UnitReading } from './unit.ts';
import { readNumbers } from './unit-numbers.ts';

const PREAMBLE =
  /(?:(?:序言|前言|引言|导言|導言|序文|前文)(?:部分|段)?|preamble|преамбул(?:а|ы|е|у))(?![a-zа-я])|第[0〇零]部分/iuy;
/** UN usage: preambular and operative paragraphs. PP and OP are capitals; `pp.` are pages. */
const PREAMBULAR = /(?:PP(?= *\d)|[Pp]reambular(?= +par)|[Pp]reamb?\.(?= +par)) */uy;
const OPERATIVE = /(?:OP(?= *\d)|[Oo]perative(?= +par)|[Oo]p\.(?= +par)|执行部分|執行部分) */uy;

/** 序言, `preamble`, PP3, OP 5, `preambular para. 2`, 执行部分第3段. */
export function readPreamble(text: string, start: number): UnitReading | undefined {
  const preamble: Unit = { kind: 'preamble', items: [{ from: single(0) }] };
  const preambular = matchAt(PREAMBULAR, text, start);
  const prefix = preambular ?? matchAt(OPERATIVE, text, start);
  if (prefix === undefined) {
    const whole = matchAt(PREAMBLE, text, start);
    return whole === undefined ? undefined : { units: [preamble], end: start + whole[0].length };
  }
  const at = start + prefix[0].length;
  const paragraphs = /^[PO]P/.test(prefix[0])
    ? readNumbers(text, at, 'paragraph', true)
    : (readHanUnit(text, at) ?? readLabelled(text, at));
  if (paragraphs === undefined || paragraphs.units.some(({ kind }) => kind !== 'paragraph')) return undefined;
  return {
    units: [...(preambular === undefined ? [] : [preamble]), ...paragraphs.units],
    end: paragraphs.end,
  };
}

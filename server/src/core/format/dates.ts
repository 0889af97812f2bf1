/** Dates of the front matter, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, in words; absent stays absent. */

const ENGLISH = 'January February March April May June July August September October November December';
const MONTHS = ENGLISH.split(' ');
/** As MLA shortens them. */
const SHORT_MONTHS = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');
const RUSSIAN = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(
  ' ',
);
const RUSSIAN_NOMINATIVE =
  'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');

interface DateParts {
  readonly year: string;
  readonly month?: number;
  readonly day?: number;
}

function partsOf(date: string): DateParts {
  const [year = '', month, day] = date.split('-');
  return {
    year,
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  };
}

export function yearOf(date: string | undefined): string | undefined {
  return date === undefined ? undefined : partsOf(date).year;
}

/** 2022年2月5日 */
export function chineseDate(date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  const { year, month, day } = partsOf(date);
  return `${year}年${month === undefined ? '' : `${String(month)}月`}${day === undefined ? '' : `${String(day)}日`}`;
}

/** `February 5, 2022` */
export function americanDate(date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  const { year, month, day } = partsOf(date);
  const name = nameOf(MONTHS, month);
  if (name === undefined) return year;
  return day === undefined ? `${name} ${year}` : `${name} ${String(day)}, ${year}`;
}

/** `5 February 2022` */
export function britishDate(date: string | undefined): string | undefined {
  return dayFirst(date, MONTHS);
}

/** `5 Feb. 2022` */
export function shortDate(date: string | undefined): string | undefined {
  return dayFirst(date, SHORT_MONTHS);
}

/** `5 февраля 2022` */
export function russianDate(date: string | undefined): string | undefined {
  return dayFirst(date, RUSSIAN, RUSSIAN_NOMINATIVE);
}

/** `2022, February 5` */
export function yearFirstDate(date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  const { year, month, day } = partsOf(date);
  const name = nameOf(MONTHS, month);
  if (name === undefined) return year;
  return day === undefined ? `${year}, ${name}` : `${year}, ${name} ${String(day)}`;
}

function dayFirst(date: string | undefined, months: readonly string[], alone = months): string | undefined {
  if (date === undefined) return undefined;
  const { year, month, day } = partsOf(date);
  return [day, nameOf(day === undefined ? alone : months, month), year]
    .filter((part) => part !== undefined)
    .join(' ');
}

function nameOf(months: readonly string[], month: number | undefined): string | undefined {
  return month === undefined ? undefined : months[month - 1];
}

/** A calendar file (RFC 5545) of deadlines as all-day events. Pure. */
import { addDays, type Day } from '@anjuan/law';

export interface CalendarEvent {
  /** Stable for the life of the clock, so that a moved deadline moves in the calendar instead of standing there twice. */
  readonly uid: string;
  readonly day: Day;
  readonly summary: string;
  readonly description: string;
  /** The day is provisional: the holidays of its year are not announced. */
  readonly tentative: boolean;
  /** Grows with every change of the clock. */
  readonly sequence: number;
  /** When the clock was last changed. Not the time of reading: the same deadlines must give the same file. */
  readonly stamp: Date;
}

/** Lines end in CRLF and are folded at 75 octets, never within a character (RFC 5545 3.1). No alarms: reminding is our part. */
export function calendarText(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Anjuan//deadlines//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    // Outlook reads the second, others the first.
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...events.flatMap((e) => [
      'BEGIN:VEVENT',
      `UID:${e.uid}`,
      `DTSTAMP:${stamp(e.stamp)}`,
      `LAST-MODIFIED:${stamp(e.stamp)}`,
      `SEQUENCE:${e.sequence}`,
      `DTSTART;VALUE=DATE:${compact(e.day)}`,
      // The end of an all-day event is the day after.
      `DTEND;VALUE=DATE:${compact(addDays(e.day, 1))}`,
      `SUMMARY:${escaped(e.summary)}`,
      `DESCRIPTION:${escaped(e.description)}`,
      `STATUS:${e.tentative ? 'TENTATIVE' : 'CONFIRMED'}`,
      'CLASS:PRIVATE',
      // A deadline does not make its person busy.
      'TRANSP:TRANSPARENT',
      'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

const compact = (day: Day): string => day.replaceAll('-', '');
const stamp = (instant: Date): string => `${instant.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
const escaped = (text: string): string =>
  text.replace(/\\/g, '\\\\').replace(/;/g, '\\;').replace(/,/g, '\\,').replace(/\r?\n/g, '\\n');

const LINE_OCTETS = 75;
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    // The space that begins a continuation counts.
    if (octets + size > LINE_OCTETS) {
      parts.push(part);
      part = '';
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}

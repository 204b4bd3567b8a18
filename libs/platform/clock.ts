/** China has kept UTC+8 all year since 15 September 1991; every instant the product handles is later. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The one source of the present. Legal days are `YYYY-MM-DD` strings in Asia/Shanghai. */
export abstract class Clock {
  abstract now(): Date;

  /** The legal day in Asia/Shanghai. */
  today(): string {
    return shanghaiDay(this.now());
  }
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands where it was turned: for tests and for demonstration data recorded "on that day". */
export class TurnedClock extends Clock {
  private instant: Date;

  constructor(day: string, time = '09:00') {
    super();
    this.instant = shanghaiInstant(day, time);
  }

  /** `day` is `YYYY-MM-DD`, `time` `HH:MM` or `HH:MM:SS`, both as read in Shanghai. */
  turnTo(day: string, time = '09:00'): void {
    this.instant = shanghaiInstant(day, time);
  }

  now(): Date {
    return new Date(this.instant);
  }
}

/** The day an instant falls on in Asia/Shanghai, as `YYYY-MM-DD`. */
export function shanghaiDay(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** The time of day of an instant in Asia/Shanghai, as `HH:MM`. */
export function shanghaiTime(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16);
}

/** The instant of a Shanghai day and time of day. Throws on a day or time that does not exist. */
export function shanghaiInstant(day: string, time = '00:00'): Date {
  const instant = new Date(`${day}T${time}+08:00`);
  // JavaScript rolls 2023-02-30 over to March instead of refusing it.
  if (Number.isNaN(instant.getTime()) || shanghaiDay(instant) !== day) {
    throw new Error(`日期或时间无效：${day} ${time}`);
  }
  return instant;
}

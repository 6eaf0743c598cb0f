/** Times in the words a busy person reads at a glance. All pure; `now` is the hub's clock in ms. */

/** How long since: "0:07", "12:41", then "1 h 04 min", "2 d 3 h". */
export function elapsed(since: string, now: number): string {
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1000));
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${String(seconds % 60).padStart(2, "0")}`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} h ${String(minutes % 60).padStart(2, "0")} min`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** The same for a screen reader: "12 minutes". Told in minutes, as it is read only when reached. */
export function elapsedWords(since: string, now: number): string {
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / 60_000));
  const say = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;
  if (minutes < 1) return "less than a minute";
  if (minutes < 60) return say(minutes, "minute");
  if (minutes < 1440) return `${say(Math.floor(minutes / 60), "hour")} ${say(minutes % 60, "minute")}`;
  return say(Math.floor(minutes / 1440), "day");
}

/** A clock that runs out: "in 1 h 04 min", or "0:14 ago" and late. */
export function due(at: string, now: number): { late: boolean; text: string } {
  const left = Date.parse(at) - now;
  if (left < 0) return { late: true, text: elapsed(at, now) };
  const minutes = Math.ceil(left / 60_000);
  if (minutes < 60) return { late: false, text: `${minutes} min` };
  const hours = Math.floor(minutes / 60);
  return {
    late: false,
    text: hours < 24 ? `${hours} h ${String(minutes % 60).padStart(2, "0")} min` : `${hours} h`,
  };
}

/** Seconds as minutes and seconds: "4:07". */
export function length(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

const sameDay = (a: Date, b: Date) => a.toDateString() === b.toDateString();
const clockOf = (at: Date) => at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
const dateOf = (at: Date) =>
  at.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });

/** "14:07" today, "3 Mar 2026, 14:07" on another day. */
export function moment(at: string, now: number): string {
  const then = new Date(at);
  return sameDay(then, new Date(now)) ? clockOf(then) : `${dateOf(then)}, ${clockOf(then)}`;
}

/** "14:07:31": readings a minute apart must be told apart. */
export function exact(at: string, now: number): string {
  const then = new Date(at);
  const clock = then.toLocaleTimeString("en-GB");
  return sameDay(then, new Date(now)) ? clock : `${dateOf(then)} ${clock}`;
}

/** A birth date as written on a record: "4 Mar 1951". The input has no time and no zone. */
export function birthDate(date: string): string {
  return dateOf(new Date(`${date}T12:00:00`));
}

/** Age in whole years; under two, in months, as dosing and rules differ. */
export function age(date: string, now: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const today = new Date(now);
  let months = (today.getFullYear() - year) * 12 + today.getMonth() + 1 - month;
  if (today.getDate() < day) months -= 1;
  if (months < 24) return `${Math.max(0, months)} months`;
  return `${Math.floor(months / 12)} years`;
}

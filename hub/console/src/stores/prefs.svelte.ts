/** What this browser remembers: theme and single-key shortcuts. Never anything of a patient's. */

export type Theme = "system" | "light" | "dark";
const THEMES: readonly Theme[] = ["system", "light", "dark"];

export class Prefs {
  theme = $state<Theme>("system");
  /** Shortcuts of one letter can be switched off (WCAG 2.1.4): speech input types letters by accident. */
  keys = $state(true);

  constructor() {
    const theme = localStorage.getItem("theme") as Theme | null;
    if (theme && THEMES.includes(theme)) this.theme = theme;
    this.keys = localStorage.getItem("keys") !== "off";
    this.#apply();
  }

  nextTheme(): void {
    this.theme = THEMES[(THEMES.indexOf(this.theme) + 1) % THEMES.length] ?? "system";
    localStorage.setItem("theme", this.theme);
    this.#apply();
  }

  setKeys(on: boolean): void {
    this.keys = on;
    localStorage.setItem("keys", on ? "on" : "off");
  }

  #apply(): void {
    document.documentElement.dataset.theme = this.theme;
  }
}

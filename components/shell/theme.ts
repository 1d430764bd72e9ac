export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const themeLabels: Record<Theme, string> = {
  system: "Theme of the system",
  light: "Light theme",
  dark: "Dark theme",
};

export function themeOf(text: string | undefined): Theme {
  return themes.find((theme) => theme === text) ?? "system";
}

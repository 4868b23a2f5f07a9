import { en } from "./en.ts";
import type { Translation } from "./translation.ts";

export const zhCN: Translation = en;

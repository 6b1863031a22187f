import { z } from 'zod';

/** Between asking and confirming lies a breath. */
export const RESUME_HOLD_MS = 3_000;
export const RESUME_VALID_MS = 120_000;

/** What is kept of the first step until the second. */
export const ResumeRequest = z.object({ confirmation: z.string(), at: z.number() });

export function resumeKey(sessionId: string): string {
  return `resume-request:${sessionId}`;
}

import { sessionBenches } from './session.ts';
for (let i = 0; i < 6; i++) console.log(sessionBenches[0]!.run());

import { sessionBenches } from './session.ts';
for (let i = 0; i < 14; i++) process.stdout.write((sessionBenches[0]!.run().value/1e6).toFixed(2)+' ');

import { resetDemo } from '../../operations/demo/reset-demo.ts';
import { defineView } from '../view.ts';
import { demoText } from './show-demo-view.ts';

export const resetDemoView = defineView(resetDemo, (demo, terminal) => ({
  text: demoText(demo, terminal),
  exitCode: 0,
}));

import { ARROWS, SERVER_FLOORS, TEST_SUPPORT_PATH, TYPE_ARROWS } from './house.ts';
import { homeOf, type Import, type Module, roomOf, type SourceTree } from './source-tree.ts';

const SERVER = 'apps/server/src/';

/** Returns a sentence for every import that runs against the arrow table, between rooms or between floors of the server. */
export function arrowViolations(tree: SourceTree): string[] {
  return [...tree.modules.values()].flatMap((module) => [
    ...unknownRoom(module),
    ...module.imports.flatMap((entry) => {
      const { specifier, target } = entry;
      if (target === undefined) return [];
      if (!tree.modules.has(target) && SOURCE.test(target)) {
        return [`${module.path} imports ${specifier}, which does not exist.`];
      }
      return homeOf(target) === homeOf(module.path)
        ? betweenFloors(module, target)
        : betweenRooms(module, entry, target);
    }),
  ]);
}

const SOURCE = /\.(ts|mjs)$/;

function isRoom(path: string): boolean {
  return path.startsWith('packages/') || path.startsWith('apps/');
}

function unknownRoom(module: Module): string[] {
  if (!isRoom(module.path) || ARROWS[module.room]) return [];
  return [`${module.path} is in a room that the arrow table does not know.`];
}

function betweenRooms(module: Module, { specifier, typeOnly }: Import, target: string): string[] {
  if (module.isTest && target.startsWith(TEST_SUPPORT_PATH)) return [];
  if (specifier.startsWith('.') && (isRoom(target) || isRoom(module.path))) {
    return [`${module.path} imports ${specifier}: another room is imported by its name, @candor/${roomOf(target)}/….`];
  }
  if (!isRoom(module.path)) return [];
  const path = `${roomOf(target)}/${target.replace(/^(packages|apps)\/[^/]+\/src\//, '').replace(/\.ts$/, '')}`;
  const allowed = ARROWS[module.room] ?? [];
  if (allowed.some((arrow) => path === arrow || path.startsWith(`${arrow}/`))) {
    const isForTypes = TYPE_ARROWS[module.room]?.includes(roomOf(target)) === true;
    return isForTypes && !typeOnly
      ? [`${module.path} imports ${specifier}: ${module.room} may import its types only.`]
      : [];
  }
  return [`${module.path} imports ${specifier}: ${module.room} may import ${allowed.join(', ') || 'nothing of ours'}.`];
}

function betweenFloors(module: Module, target: string): string[] {
  if (!module.path.startsWith(SERVER) || !target.startsWith(SERVER)) return [];
  const [from, to] = [part(module.path), part(target)];
  const [fromFloor, toFloor] = [floorOf(from), floorOf(to)];
  if (fromFloor < 0 || toFloor < 0) {
    return [`${module.path} imports ${target}: ${fromFloor < 0 ? from : to} stands on no floor of the server.`];
  }
  if (from === to || fromFloor < toFloor) return [];
  return [`${module.path} imports ${target}: ${from} stands no higher than ${to}.`];
}

function part(path: string): string {
  const first = path.slice(SERVER.length).split('/')[0] ?? '';
  // container.test.ts stands where container.ts does.
  return first.replace(/\.test\.ts$/, '.ts');
}

function floorOf(name: string): number {
  return SERVER_FLOORS.findIndex((floor) => floor.includes(name));
}

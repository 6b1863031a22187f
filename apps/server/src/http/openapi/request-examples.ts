import type { HttpExample, HttpMount } from '../../operations/operation.ts';
import { API_ROOT } from '../mounted-operation.ts';
import { placesOf } from '../read-input.ts';

/** Returns a request as a line for a shell, against a server that was started without further ado. */
export function exampleLine(mount: HttpMount, { input }: HttpExample): string {
  const { method, path, rawBody } = mount;
  const places = placesOf(mount, Object.keys(input));
  const query = new URLSearchParams();
  const body: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(input)) {
    if (places.get(name) === 'query') for (const each of [value].flat()) query.append(name, String(each));
    if (places.get(name) === 'body') body[name] = value;
  }
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name] ?? name)));
  const address = `http://localhost:3000${API_ROOT}${filled}${query.size > 0 ? `?${query}` : ''}`;
  const words = ['curl', ...(method === 'GET' ? [] : ['-X', method]), quoted(address)];
  if (rawBody !== undefined) {
    words.push('-H', quoted(`Content-Type: ${rawBody.contentType}`), '--data-binary', '@file.csv');
  } else if (Object.keys(body).length > 0) {
    words.push('-H', quoted('Content-Type: application/json'), '-d', quoted(JSON.stringify(body)));
  }
  return words.join(' ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

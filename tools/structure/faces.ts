import type { Arrow, Finding, SourceFile, SourceTree } from './source-tree.ts';

const faceFile = /^web\/(mobile|console)\//;
const featureFile = /^web\/(?:mobile|console)\/features\/([\w-]+)\//;

/** What the web may know: contracts, web/ui, web/client, and inside a face its own feature. */
export function checkFaces(tree: SourceTree): Finding[] {
  const findings: Finding[] = [];
  for (const file of tree.files.values()) {
    if (!file.path.startsWith('web/')) continue;
    for (const arrow of file.arrows) {
      const message = arrow.ours ? faultOf(file, arrow) : undefined;
      if (message) findings.push({ path: file.path, line: arrow.line, message });
    }
  }
  return findings;
}

function faultOf(file: SourceFile, { to, typeOnly }: Arrow): string | undefined {
  if (/^(api|db|tools|bench)\//.test(to) && !file.path.endsWith('vite.config.ts')) {
    return 'the web never imports the server; share types through contract/, values through an endpoint';
  }
  if (file.isTest) return undefined;
  const face = faceFile.exec(file.path)?.[1];
  if (to.startsWith('contract/') && !typeOnly && face !== 'console') {
    return 'the residents’ face takes types only from contract/ (zod would double its first load): use `import type`';
  }
  const otherFace = faceFile.exec(to)?.[1];
  if (otherFace && otherFace !== face) {
    return face
      ? `faces do not import each other; move the shared part of web/${otherFace} to web/ui or web/client`
      : 'web/ui and web/client know no face; hand the value in as a parameter';
  }
  const feature = featureFile.exec(file.path)?.[1];
  const otherFeature = featureFile.exec(to)?.[1];
  if (feature && otherFeature && feature !== otherFeature) {
    return `features do not import each other (${feature} → ${otherFeature}); meet in the face's app/, or move the shared part to web/ui or web/client`;
  }
  if (file.path.startsWith('web/ui/') && to.startsWith('web/client/')) {
    return 'web/ui draws and knows no calls; hand data and callbacks in as props';
  }
  return undefined;
}

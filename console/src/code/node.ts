import { indented, literal, type Program, SECRET, splitEndpoint } from './program';

const prints = {
  data: ['console.log(data.ImageURL);'],
  elements: ['for (const element of data.Elements) {', '  console.log(element.ImageURL);', '}'],
  none: ['console.log(answer);'],
};

const followed = [
  'let standing = (await call("GetAsyncJobResult", { JobId: job })).Data;',
  'while (["QUEUING", "PROCESSING"].includes(standing.Status)) {',
  '  await new Promise((resolve) => setTimeout(resolve, 1000));',
  '  standing = (await call("GetAsyncJobResult", { JobId: job })).Data;',
  '}',
  'if (standing.Status !== "PROCESS_SUCCESS") {',
  '  throw new Error(JSON.stringify(standing));',
  '}',
  'const data = JSON.parse(standing.Result);',
];

/** A program on @alicloud/openapi-core, which @alicloud/imageseg20191230 brings. */
export function node(program: Program): string {
  const { protocol, host } = splitEndpoint(program.endpoint);
  const entries = Object.entries(program.parameters).map(([name, value]) => `  ${name}: ${literal(value)},`);
  const made = [`await call(${literal(program.action)}, {`, ...entries, '})'];
  const last = (before: string, after: string) => {
    const [first = '', ...rest] = made;
    return [before + first, ...rest.slice(0, -1), `${rest.at(-1)}${after}`];
  };
  const work = program.asynchronous
    ? [...last('const { RequestId: job } = ', ';'), ...followed]
    : last(program.pictures === 'none' ? 'const answer = ' : 'const { Data: data } = ', ';');
  return `// npm install @alicloud/imageseg20191230@4.0.1
const { default: Client, $OpenApiUtil } = require("@alicloud/openapi-core");
const { RuntimeOptions } = require("@darabonba/typescript");

const client = new Client(new $OpenApiUtil.Config({
  endpoint: ${literal(host)},
  protocol: ${literal(protocol)},
  accessKeyId: ${literal(program.accessKeyId)},
  accessKeySecret: ${literal(SECRET)},
  readTimeout: 60000,
}));

async function call(action, parameters) {
  const named = new $OpenApiUtil.Params({
    action, version: ${literal(program.version)}, protocol: ${literal(protocol.toUpperCase())}, pathname: "/", method: "POST",
    authType: "AK", style: "RPC", reqBodyType: "formData", bodyType: "json",
  });
  const request = new $OpenApiUtil.OpenApiRequest({ body: parameters });
  return (await client.callApi(named, request, new RuntimeOptions({}))).body;
}

async function main() {
${indented([...work, ...prints[program.pictures]], 2)}
}

main();
`;
}

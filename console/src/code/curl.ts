import { type Program, SECRET } from './program';

/** A text between single quotes, which a shell takes as it stands. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** RFC 3986: everything but unreserved characters is encoded. */
export function percentEncoded(text: string): string {
  const more = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text).replace(/[!'()*]/g, more);
}

const followed = `job=$(printf '%s' "$answer" | sed 's/.*"RequestId":"\\([^"]*\\)".*/\\1/')
answer=$(call GetAsyncJobResult "JobId=$job")
while printf '%s' "$answer" | grep -q '"Status":"\\(QUEUING\\|PROCESSING\\)"'; do
  sleep 1
  answer=$(call GetAsyncJobResult "JobId=$job")
done
`;

/** A script for sh with curl and openssl: the parameters are encoded already, and are sorted and signed when it runs. */
export function curl(program: Program): string {
  const parameters = Object.entries(program.parameters).map(
    ([name, value]) => ` \\\n  ${quoted(`${percentEncoded(name)}=${percentEncoded(value)}`)}`,
  );
  return `#!/bin/sh
# Needs curl and openssl.
set -eu
endpoint=${quoted(program.endpoint)}
key=${quoted(program.accessKeyId)}
secret=${quoted(SECRET)}

call() {
  action=$1
  shift
  form=$(printf '%s\\n' "AccessKeyId=$key" "Action=$action" 'Format=JSON' 'SignatureMethod=HMAC-SHA1' \\
    "SignatureNonce=$(openssl rand -hex 16)" 'SignatureVersion=1.0' \\
    "Timestamp=$(date -u +%Y-%m-%dT%H%%3A%M%%3A%SZ)" 'Version=${program.version}' "$@" | LC_ALL=C sort | paste -s -d '&' -)
  text="POST&%2F&$(printf '%s' "$form" | sed 's/%/%25/g; s/&/%26/g; s/=/%3D/g')"
  signature=$(printf '%s' "$text" | openssl dgst -sha1 -hmac "$secret&" -binary | openssl base64 |
    sed 's/+/%2B/g; s/=/%3D/g; s|/|%2F|g')
  printf '%s' "$form&Signature=$signature" | curl --silent --show-error --data-binary @- "$endpoint/"
}

answer=$(call ${program.action}${parameters.join('')})
${program.asynchronous ? followed : ''}printf '%s\\n' "$answer"
`;
}

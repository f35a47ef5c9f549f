#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# cofactor.sh: codes for scripts. POSIX sh and curl, nothing else. `sh cofactor.sh help` says how it is used.
#
# What comes out on standard output is data and nothing else; words are on standard error. Nothing that opens anything is ever
# in an argument or in the environment of another program: curl is told everything on its standard input.

{ set +axv; } 2>/dev/null # whoever traces the calling script does not trace this
set -fu
umask 077
LC_ALL=C
export LC_ALL
unset IFS CDPATH token answer head body value text device # had the caller exported one, curl would inherit it

VERSION=1
ONE_WAIT=50 # the longest that the server lets one request wait
nl='
'

usage() {
    cat <<'END'
usage: cofactor.sh COMMAND [OPTIONS] [PATH]

  code PATH          the current code
  backup-code PATH   one backup code, which nobody else gets
  list [WORDS]       the paths of the secrets you may know of
  request PATH       ask for access, and with --wait wait for the decision
  login              sign in through your browser, for at most 12 hours
  logout             end that
  help, version

  --output value|json   the bare value (the rule), or all there is to say about it
  --min-validity N      of a code: it must be good for N more seconds
  --next                of a code: the one of the next step, as soon as it begins
  --wait N              wait for a free step, for somebody's approval, or for your browser; N seconds, or 5m, or 1h
  --reason TEXT, --ticket TEXT   where a policy asks for one
  --request ID          go on with this request of access
  --key TEXT            the same TEXT is the same request for ten minutes, however often it is sent
  --field NAME          of several fields with backup codes the one
  --verb VERB           what access is asked for: code.fetch (the rule), backup-code.take, field.reveal

  COFACTOR_URL          where the server is: https://cofactor.example.org
  COFACTOR_TOKEN_FILE   a file with a token; else
  COFACTOR_TOKEN        a token; else
  COFACTOR_ID_TOKEN     GitLab's, as `id_tokens` calls it; else GitHub's, where the job may have one; else Kubernetes', in
                        /var/run/secrets/cofactor/token; else what `login` has kept
  COFACTOR_IDENTITY     one of these and no other: file, token, gitlab, github, kubernetes, login
  COFACTOR_AUDIENCE     whom GitHub's token is for, where that is not COFACTOR_URL
  COFACTOR_CA_FILE      whose certificates to believe, where the system does not know

exit: 0 done, 1 unexpected, 2 misused, 3 not authenticated, 4 denied, 5 waits for approval, 6 not found, 7 busy, 8 unreachable
END
}

say() { printf 'cofactor.sh: %s\n' "$*" >&2; }

die() {
    exit_code=$1
    shift
    say "$@"
    exit "$exit_code"
}

plain() { # dies unless there is no control character in it
    case $2 in *[[:cntrl:]]*) die 2 "$1 must be one line of text" ;; esac
}

# In $seconds.
seconds_of() {
    seconds=${2%[smh]}
    case $seconds in '' | *[!0-9]* | 0?* | ???????*) die 2 "$1 is a number of seconds, such as 30, or 5m" ;; esac
    case $2 in
    *m) seconds=$((seconds * 60)) ;;
    *h) seconds=$((seconds * 3600)) ;;
    esac
}

# With backslashes before backslashes and quotes, in $quoted: curl's files of settings and JSON both want it so.
quote() {
    quoted=
    rest=$1
    while :; do
        case $rest in
        *[\\\"]*)
            before=${rest%%[\\\"]*}
            rest=${rest#"$before"}
            case $rest in \\*) quoted=$quoted$before'\\' ;; *) quoted=$quoted$before'\"' ;; esac
            rest=${rest#?}
            ;;
        *)
            quoted=$quoted$rest
            return
            ;;
        esac
    done
}

# Tokens leave over https, or not at all but on this machine. In $protocol.
only_safe() {
    case $1 in
    https://?*) protocol==https ;;
    http://localhost | http://localhost:* | http://127.0.0.1 | http://127.0.0.1:* | 'http://[::1]' | 'http://[::1]:'*)
        protocol==http
        ;;
    *) return 1 ;;
    esac
}

address() {
    command -v curl >/dev/null 2>&1 || die 1 'curl is not installed'
    url=${COFACTOR_URL:-}
    url=${url%/}
    case ${url#*://} in
    '' | *[!]A-Za-z0-9.:_[-]*) die 2 'COFACTOR_URL must say where the server is, such as https://cofactor.example.org' ;;
    esac
    only_safe "$url" || die 2 'COFACTOR_URL must begin with https://, or be on this machine'
}

# asked METHOD URL, with further settings of curl's in $settings. What came is in $status, $head and $body; else dies, or if
# $lenient is set returns curl's word for it.
asked() {
    answer=$(
        {
            printf 'request = "%s"\nurl = "%s"\nproto = "%s"\n' "$1" "$2" "$protocol"
            printf 'silent\ngloboff\npath-as-is\ninclude\nsuppress-connect-headers\nmax-redirs = 0\n'
            printf 'connect-timeout = 10\nmax-time = %s\nmax-filesize = 4000000\n' $((ONE_WAIT + 75))
            printf 'user-agent = "cofactor.sh/%s"\nheader = "Expect:"\n' "$VERSION"
            if [ -n "${COFACTOR_CA_FILE:-}" ]; then
                plain COFACTOR_CA_FILE "$COFACTOR_CA_FILE"
                quote "$COFACTOR_CA_FILE"
                printf 'cacert = "%s"\n' "$quoted"
            fi
            printf '%s' "$settings"
        } | curl -q --config - 2>/dev/null
    )
    curl_said=$?
    settings=
    if [ "$curl_said" -ne 0 ]; then
        [ -z "${lenient:-}" ] || return "$curl_said"
        unreachable "$curl_said"
    fi
    answer=$answer$nl
    while :; do
        head=${answer%%"$nl"?"$nl"*} # what stands between the two is a carriage return
        body=${answer#*"$nl"?"$nl"}
        status=${head#* }
        status=${status%%[!0-9]*}
        case $status in
        1??) answer=$body ;; # said beforehand
        *) break ;;
        esac
    done
    body=${body%"$nl"}
    answer=
}

unreachable() {
    case $1 in
    6) die 8 'the name of the server is not known' ;;
    35 | 51 | 53 | 58 | 59 | 60 | 66 | 77 | 80 | 82 | 83 | 90 | 91) die 8 'the certificate of the server is not believed, or TLS fails' ;;
    7 | 28 | 5 | 16 | 18 | 52 | 55 | 56 | 92 | 95 | 97) die 8 'the server is not reached, or does not answer' ;;
    *) die 1 "curl fails ($1)" ;;
    esac
}

with_form() { # a field of the form, whatever it says
    plain "$1" "$2"
    quote "$2"
    settings="${settings}data-urlencode = \"$1=$quoted\"$nl"
}

with_json() { # a whole document
    quote "$1"
    settings="${settings}header = \"Content-Type: application/json\"${nl}data-binary = \"$quoted\"$nl"
}

with_token() {
    find_token
    settings="${settings}header = \"Authorization: Bearer $token\"$nl"
    token=
}

accept() { settings="${settings}header = \"Accept: $1\"$nl"; }

# member NAME: the first text of this name in the document, in $value. What stands within a text has its quotes escaped, so no
# text can look like a member.
member() {
    case $body in
    *"\"$1\":\""*)
        value=${body#*"\"$1\":\""}
        value=${value%%\"*}
        ;;
    *) value= ;;
    esac
}

retry_after() { # in $retry
    case $head in
    *"$nl"[Rr]etry-[Aa]fter:\ *)
        retry=${head#*"$nl"[Rr]etry-[Aa]fter: }
        retry=${retry%%[!0-9]*}
        ;;
    *) retry= ;;
    esac
    case $retry in '' | 0?* | ??????*) retry=1 ;; esac
}

# What an answer comes to: the exit code in $outcome, the server's own word in $why.
judge() {
    why=
    case $status in
    2??) outcome=0 ;;
    400 | 413 | 414 | 422 | 428) outcome=2 ;;
    401) outcome=3 ;;
    403) outcome=4 ;;
    404) outcome=6 ;;
    429) outcome=7 ;;
    502 | 503 | 504) outcome=8 ;;
    *) outcome=1 ;;
    esac
    [ "$outcome" -ne 0 ] || return 0
    member code
    case $value in '' | *[!a-z-]*) ;; *) why=$value ;; esac
    case $status-$why in
    403-approval-required | 403-approval-pending | 403-approval-expired) outcome=5 ;;
    esac
}

# Says what the server said, in its words as far as they are letters: a log reads commands out of anything else.
refused() {
    member detail
    detail=$(printf '%s' "$value" | tr -cd 'A-Za-z0-9 .,;:_/-' | cut -c 1-300)
    say "${detail:-the answer is $status}${why:+ ($why)}"
    case $outcome in
    5)
        member request
        case $value in req_*[!0-9a-z]*) ;; req_?*) say "it is decided at $url/approvals/$value" ;; esac
        ;;
    7 | 8)
        retry_after
        say "try again in $retry s"
        ;;
    esac
    exit "$outcome"
}

is_ours() { # the content type, lest a portal's page is taken for a code
    case $head in *"$nl"[Cc]ontent-[Tt]ype:\ "$1"*) ;; *) die 1 'the answer is not one of Cofactor' ;; esac
}

mask() { # GitHub reads commands from standard error too, and standard output is data
    [ "${GITHUB_ACTIONS:-}" = true ] && [ -n "$1" ] || return 0
    masked=
    rest=$1
    while :; do
        case $rest in
        *%*) masked=$masked${rest%%\%*}%25 rest=${rest#*%} ;;
        *) break ;;
        esac
    done
    printf '::add-mask::%s\n' "$masked$rest" >&2
}

give_value() {
    is_ours text/plain
    case $body in '' | *[[:cntrl:]]*) die 1 'the answer is not a code' ;; esac
    [ ${#body} -le 400 ] || die 1 'the answer is not a code'
    mask "$body"
    printf '%s\n' "$body"
}

give_json() {
    is_ours application/json
    case $body in '{'*'}') ;; *) die 1 'the answer is not a document' ;; esac
    case $body in *[[:cntrl:]]*) die 1 'the answer is not a document' ;; esac
    printf '%s\n' "$body"
}

# --- who asks -----------------------------------------------------------------------------------------------------------

kept_in() { # in $kept: where `login` keeps what it was given
    folder=${XDG_STATE_HOME:-${HOME:+$HOME/.local/state}}
    [ -n "$folder" ] || return 1
    folder=$folder/cofactor
    kept=$folder/$(printf '%s' "${url#*://}" | tr -c 'A-Za-z0-9.-' '_')
}

is_own() { # a file that nobody else can read or write
    case $(ls -ldn -- "$1" 2>/dev/null) in -r??------*) [ -O "$1" ] ;; *) return 1 ;; esac
}

first_line() { # in $token
    token=
    [ -f "$1" ] && [ -r "$1" ] || return 1
    IFS= read -r token <"$1" || [ -n "$token" ]
}

from_file() {
    first_line "${COFACTOR_TOKEN_FILE:-}" || die 3 'COFACTOR_TOKEN_FILE is not a file with a token'
}

from_github() {
    hub=${ACTIONS_ID_TOKEN_REQUEST_URL:-}
    audience=${COFACTOR_AUDIENCE:-$url}
    case $hub$audience in '' | *[\\\"\ ]* | *[[:cntrl:]]*) die 3 'GitHub gives this job no token: it needs the permission id-token: write' ;; esac
    case $audience in *[!A-Za-z0-9.:_/~-]*) die 2 'COFACTOR_AUDIENCE must be like an address' ;; esac
    ours=$protocol
    only_safe "$hub" || die 3 'GitHub would be asked without https'
    case $hub in *\?*) hub="$hub&" ;; *) hub="$hub?" ;; esac
    is_token "${ACTIONS_ID_TOKEN_REQUEST_TOKEN:-}" || die 3 'GitHub gives this job no token'
    before_it=$settings
    settings="header = \"Authorization: bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN\"$nl"
    asked GET "${hub}audience=$audience"
    settings=$before_it
    before_it=
    protocol=$ours
    body=$(printf '%s' "$body" | tr -d ' \t\r\n')
    member value
    token=$value
    [ "$status" = 200 ] && [ -n "$token" ] || die 3 'GitHub gives this job no token'
}

from_kubernetes() {
    first_line /var/run/secrets/cofactor/token || die 3 '/var/run/secrets/cofactor/token is not there'
}

from_login() {
    kept_in && [ -f "$kept" ] || die 3 'there is no token, and nobody has signed in: cofactor.sh login'
    is_own "$kept" || die 3 'others can read what login has kept: cofactor.sh logout, and login again'
    first_line "$kept" || die 3 'nobody is signed in: cofactor.sh login'
}

identity() {
    case ${COFACTOR_IDENTITY:-auto} in
    auto) ;;
    file | token | gitlab | github | kubernetes | login)
        identity=$COFACTOR_IDENTITY
        return
        ;;
    *) die 2 'COFACTOR_IDENTITY is file, token, gitlab, github, kubernetes or login' ;;
    esac
    if [ -n "${COFACTOR_TOKEN_FILE:-}" ]; then identity=file
    elif [ -n "${COFACTOR_TOKEN:-}" ]; then identity=token
    elif [ -n "${COFACTOR_ID_TOKEN:-}" ]; then identity=gitlab
    elif [ -n "${ACTIONS_ID_TOKEN_REQUEST_URL:-}" ]; then identity=github
    elif [ -r /var/run/secrets/cofactor/token ]; then identity=kubernetes
    else identity=login
    fi
}

is_token() {
    case $1 in '' | *[!A-Za-z0-9._~+/=-]*) return 1 ;; esac
}

find_token() {
    identity
    case $identity in
    file) from_file ;;
    token) token=${COFACTOR_TOKEN:-} ;;
    gitlab) token=${COFACTOR_ID_TOKEN:-} ;;
    github) from_github ;;
    kubernetes) from_kubernetes ;;
    login) from_login ;;
    esac
    token=${token%[[:cntrl:]]} # files made elsewhere end lines otherwise
    is_token "$token" || die 3 "what was found as a token ($identity) is none"
}

# --- what is asked ------------------------------------------------------------------------------------------------------

is_path() {
    case $1 in
    '' | *[!a-z0-9._/-]* | [!a-z0-9]* | */ | *//* | */[!a-z0-9]*) die 2 'PATH is like aws/root, or sec_ and 26 characters' ;;
    esac
    [ ${#1} -le 1000 ] || die 2 'PATH is too long'
}

now() { now=$(date +%s); }

begin_waiting() {
    [ -n "$wait" ] || return 0
    now
    deadline=$((now + wait))
}

left() { # in $left
    left=0
    [ -n "$wait" ] || return 0
    now
    left=$((deadline - now))
    [ "$left" -ge 0 ] || left=0
}

rest_for() { # so many seconds, or as many as are left
    left
    nap=$1
    [ "$nap" -le "$left" ] || nap=$left
    [ "$nap" -gt 0 ] || return 1
    sleep "$nap"
}

fields() { # of the form for codes of both kinds
    [ -z "$reason" ] || with_form reason "$reason"
    [ -z "$ticket" ] || with_form ticket "$ticket"
    [ -z "$request" ] || with_form request "$request"
    [ -z "$key" ] || with_form idempotencyKey "$key"
    case $command in
    code)
        [ -z "$min_validity" ] || with_form minValidity "$min_validity"
        if [ -n "$next" ]; then
            with_form wait next
        elif [ -n "$wait" ]; then
            left
            [ "$left" -le "$ONE_WAIT" ] || left=$ONE_WAIT
            with_form wait "$left"
        fi
        ;;
    backup-code) [ -z "$field" ] || with_form field "$field" ;;
    esac
    case $settings in *data-urlencode*) ;; *) settings="${settings}data = \"\"$nl" ;; esac
}

send() { # the request itself; one of the two tries may be lost on the way back
    tries=1
    while :; do
        with_token
        if [ "$output" = json ]; then accept application/json; else accept text/plain; fi
        fields
        lenient=yes
        if asked POST "$url/api/v1/$command/$path"; then
            lenient=
            return
        fi
        lenient=
        case $tries-$key-$curl_said in
        1-?*-28 | 1-?*-52 | 1-?*-55 | 1-?*-56 | 1-?*-18 | 1-?*-92) tries=2 ;; # the same key is the same request
        *) unreachable "$curl_said" ;;
        esac
    done
}

give_code() {
    if [ -z "$key" ] && [ "$command" = backup-code ]; then # were the answer lost, the code would be
        key=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    fi
    begin_waiting
    while :; do
        send
        judge
        case $outcome in
        0)
            if [ "$output" = json ]; then
                member code
                mask "$value"
                give_json
            else
                give_value
            fi
            exit 0
            ;;
        5)
            [ "$why" != approval-expired ] || refused
            member request
            case $value in req_*[!0-9a-z]*) ;; req_?*) request=$value ;; esac
            rest_for 2 || refused
            ;;
        7 | 8)
            retry_after
            rest_for "$retry" || refused
            ;;
        *) refused ;;
        esac
    done
}

list() {
    after=
    while :; do
        with_token
        accept application/json
        settings="${settings}get$nl"
        with_form limit 200
        [ -z "$words" ] || with_form q "$words"
        [ -z "$after" ] || with_form after "$after"
        asked GET "$url/api/v1/secrets"
        judge
        [ "$outcome" -eq 0 ] || refused
        if [ "$output" = json ]; then
            give_json
        else
            is_ours application/json
            printf '%s\n' "$body" | tr ',' '\n' | sed -n 's/^.*"path":"\([a-z0-9._\/-]*\)"[]}]*$/\1/p'
        fi
        member next
        case $value in '' | *[!0-9a-z_]*) exit 0 ;; esac
        [ "$value" != "$after" ] || exit 0
        after=$value
    done
}

json_member() { # "NAME":"TEXT" in $document, after what is there
    plain "$1" "$2"
    quote "$2"
    document=$document${document:+,}\"$1\":\"$quoted\"
}

request_access() {
    document=
    json_member secret "$path"
    json_member verb "${verb:-code.fetch}"
    [ -z "$reason" ] || json_member reason "$reason"
    [ -z "$ticket" ] || json_member ticket "$ticket"
    with_token
    accept application/json
    with_json "{$document}"
    asked POST "$url/api/v1/requests"
    judge
    if [ "$why" = approval-not-needed ]; then
        say 'nobody has to approve this: it can be had now'
        exit 0
    fi
    [ "$outcome" -eq 0 ] || refused
    member id
    case $value in req_*[!0-9a-z]* | '') die 1 'the answer is not one of Cofactor' ;; esac
    id=$value
    [ "$output" = json ] || printf '%s\n' "$id"
    begin_waiting
    while :; do
        member status
        case $value in
        pending) rest_for 2 || break ;;
        *) break ;;
        esac
        with_token
        accept application/json
        asked GET "$url/api/v1/requests/$id"
        judge
        [ "$outcome" -eq 0 ] || refused
    done
    [ "$output" != json ] || give_json
    member status
    case $value in
    approved) exit 0 ;;
    pending) die 5 'nobody has decided yet' ;;
    expired) die 5 'nobody decided in time' ;;
    *) die 4 'it was not approved' ;;
    esac
}

# --- people -------------------------------------------------------------------------------------------------------------

login() {
    kept_in || die 2 'HOME says where to keep what you are given'
    name=$(printf '%s@%s' "$(id -un 2>/dev/null)" "$(uname -n 2>/dev/null)" | tr -cd 'A-Za-z0-9@._-' | cut -c 1-64)
    document=
    json_member name "${name:-terminal}"
    accept application/json
    with_json "{$document}"
    asked POST "$url/api/v1/terminals"
    judge
    [ "$outcome" -eq 0 ] || refused
    member code
    typed=$value
    member device
    device=$value
    case $typed in '' | *[!A-Z-]*) die 1 'the answer is not one of Cofactor' ;; esac
    is_token "$device" || die 1 'the answer is not one of Cofactor'
    say "open $url/terminal in your browser and type  $typed"
    say 'type it only if you have started this yourself, just now'
    [ -n "$wait" ] || wait=300
    begin_waiting
    while :; do
        rest_for 2 || die 5 'nobody has typed the code in time'
        accept application/json
        with_json "{\"device\":\"$device\"}"
        asked POST "$url/api/v1/terminals/credential"
        judge
        case $status-$outcome in
        202-0) ;;
        *-0) break ;;
        *-6) die 5 'nobody has typed the code in time' ;;
        *-7 | *-8) ;;
        *) refused ;;
        esac
    done
    keep
}

keep() {
    member credential
    token=$value
    member session
    session=$value
    is_token "$token" || die 1 'the answer is not one of Cofactor'
    case $session in *[!0-9a-f-]*) session= ;; esac
    mkdir -p -- "$folder" && chmod 700 -- "$folder" || die 1 'what you were given cannot be kept'
    new=$(mktemp "$folder/new.XXXXXX") || die 1 'what you were given cannot be kept'
    if printf '%s\n%s\n' "$token" "$session" >"$new" && mv -f -- "$new" "$kept"; then
        token=
        member ends
        case $value in *[!0-9TZ:.-]*) value= ;; esac
        say "signed in${value:+ until $value}"
        return
    fi
    rm -f -- "$new"
    die 1 'what you were given cannot be kept'
}

logout() {
    kept_in && [ -f "$kept" ] || die 3 'nobody is signed in'
    session=
    { IFS= read -r token && IFS= read -r session; } <"$kept"
    rm -f -- "$kept" || die 1 'what login has kept cannot be removed'
    case $session in '' | *[!0-9a-f-]*) return ;; esac
    is_token "$token" || return 0
    settings="header = \"Authorization: Bearer $token\"$nl"
    token=
    asked DELETE "$url/api/v1/sessions/$session"
    judge
    case $status in
    204 | 401 | 404) say 'signed out' ;; # or it had ended before
    *) refused ;;
    esac
}

# --- the words it was called with -----------------------------------------------------------------------------------------

command=${1:-help}
[ $# -eq 0 ] || shift
path= words= output=value min_validity= next= wait= reason= ticket= request= key= field= verb= settings= lenient= protocol=

while [ $# -gt 0 ]; do
    case $1 in
    --next)
        next=yes
        shift
        continue
        ;;
    --help) command=help && break ;;
    --*=*) option=${1%%=*} given=${1#*=} ;;
    --)
        shift
        words="$words${words:+ }$*"
        break
        ;;
    -*)
        option=$1
        [ $# -ge 2 ] || die 2 'an option has no value, or is none'
        given=$2
        shift
        ;;
    *)
        words="$words${words:+ }$1"
        shift
        continue
        ;;
    esac
    shift
    plain "$option" "$given"
    case $option in
    --output)
        case $given in value | json) output=$given ;; *) die 2 '--output is value or json' ;; esac
        ;;
    --min-validity)
        seconds_of "$option" "$given"
        min_validity=$seconds
        ;;
    --wait)
        seconds_of "$option" "$given"
        wait=$seconds
        ;;
    --reason) reason=$given ;;
    --ticket) ticket=$given ;;
    --request) request=$given ;;
    --key) key=$given ;;
    --field) field=$given ;;
    --verb) verb=$given ;;
    *) die 2 'there is an option that it does not know: cofactor.sh help' ;;
    esac
done
plain 'what is asked for' "$words"
path=$words

case $command in
code | backup-code)
    is_path "$path"
    address
    give_code
    ;;
list)
    address
    list
    ;;
request)
    is_path "$path"
    address
    request_access
    ;;
login)
    address
    login
    ;;
logout)
    address
    logout
    ;;
help | --help | -h) usage ;;
version | --version) printf 'cofactor.sh %s\n' "$VERSION" ;;
*)
    usage >&2
    exit 2
    ;;
esac

#!/bin/bash
# Processor time of the gateway for each request with all its filters on, beside nginx in the same run: what it answers from its
# cache beside a file, what it forwards beside a proxy. Usage: benchmarks/gateway.sh. benchmarks/README.md says what can be set.
source "$(dirname "$0")/feed-service/common.sh"
seconds=${VEDETTE_BENCH_SECONDS:-10}
warm_up=${VEDETTE_BENCH_WARM_UP:-10}
connections=32
nginx_port=$((first_port + 6))
need nginx

# Everything comes from one address, so its allowance is larger than any it can use up; counted it is all the same.
plenty=(
  VEDETTE_GATEWAY_LIMITS_READING_BURST=100000000 VEDETTE_GATEWAY_LIMITS_READING_REQUESTS=100000000
  VEDETTE_GATEWAY_LIMITS_SEARCH_BURST=100000000 VEDETTE_GATEWAY_LIMITS_SEARCH_REQUESTS=100000000
)

# start_nginx: one worker with the settings a static site has, / a file of its folder and /proxied/ the feed service.
start_nginx() {
  mkdir -p "$work/nginx/files"
  curl -sf "$site/" >"$work/nginx/files/page.html"
  cat >"$work/nginx/nginx.conf" <<CONF
daemon off;
$([ "$(id -u)" = 0 ] && echo 'user root;')
worker_processes 1;
pid $work/nginx/pid;
error_log $work/nginx/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  open_file_cache max=100;
  types { text/html html; }
  client_body_temp_path $work/nginx/body;
  proxy_temp_path $work/nginx/proxy;
  fastcgi_temp_path $work/nginx/fastcgi;
  uwsgi_temp_path $work/nginx/uwsgi;
  scgi_temp_path $work/nginx/scgi;
  upstream feed { server 127.0.0.1:$feed_port; keepalive 64; keepalive_requests 1000000000; }
  server {
    listen 127.0.0.1:$nginx_port;
    root $work/nginx/files;
    location /proxied/ {
      proxy_pass http://feed/;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
    }
  }
}
CONF
  nginx -c "$work/nginx/nginx.conf" -e "$work/nginx/error.log" &
  nginx_master=$!
  started+=("$nginx_master")
  await "$nginx_master" "$work/nginx/error.log" 10 curl -sf "http://127.0.0.1:$nginx_port/page.html"
  nginx_pid=$(pgrep -P "$nginx_master")
}

machine
start_servers memory
start_feed
fill 200
start_nginx
nginx=http://127.0.0.1:$nginx_port
gateway=http://127.0.0.1:$gateway_port
search='/search?q=loader'
data='/api/feed/posts?limit=20'

start_gateway "${plenty[@]}"
for command in warm measure; do
  [ $command = warm ] || { echo '| response | bytes | requests/s | CPU ms per request | × nginx, file |'; echo '|---|---|---|---|---|'; }
  $command 'nginx, file' "$nginx_pid" "$nginx/page.html" 200
  [ $command = warm ] || bare=$(cat "$work/each")
  $command 'nginx, 304' "$nginx_pid" "$nginx/page.html" 304 -H "If-None-Match: $(entity_tag "$nginx/page.html")"
  $command 'gateway, from its cache' "$gateway_pid" "$gateway/" 200
  $command 'gateway, from its cache, gzip' "$gateway_pid" "$gateway/" 200 -H 'Accept-Encoding: gzip'
  $command 'gateway, from its cache, 304' "$gateway_pid" "$gateway/" 304 -H "If-None-Match: $(entity_tag "$gateway/")"
  $command 'nginx, proxied page, with service' "$nginx_pid $feed_pid" "$nginx/proxied/" 200
  $command 'nginx, proxied search, with service' "$nginx_pid $feed_pid" "$nginx/proxied$search" 200
  $command 'gateway, forwarded search, with service' "$gateway_pid $feed_pid" "$gateway$search" 200
done
stop "$gateway_pid"
# Without a cache everything is forwarded.
start_gateway "${plenty[@]}" VEDETTE_CACHE_SIZE=0B
for command in warm measure; do
  $command 'gateway, forwarded page, with service' "$gateway_pid $feed_pid" "$gateway/" 200
  $command 'gateway, forwarded data, with service' "$gateway_pid $feed_pid" "$gateway$data" 200
  $command 'nginx, proxied data, with service' "$nginx_pid $feed_pid" "$nginx/proxied$data" 200
done
# Where this differs much from the first row, something else was busy: measure again.
measure 'nginx, file, at the end' "$nginx_pid" "$nginx/page.html" 200

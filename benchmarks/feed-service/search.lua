-- Sends the queries of a file, one after another, without end.
local queries = {}
for query in io.lines(os.getenv("QUERIES")) do
  queries[#queries + 1] = os.getenv("ADDRESS") .. query
end
local next_one = 0

function request()
  next_one = next_one % #queries + 1
  return wrk.format("GET", queries[next_one])
end

function done(summary, latency)
  io.write(string.format("percentiles %.3f %.3f %.3f\n",
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000))
end

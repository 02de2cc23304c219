// A web server on this machine that misbehaves as told. One connection at a time; a thread of its own.
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace test {

/// How one path is served.
struct Served {
    std::string body;
    std::string etag = "\"one\"";
    bool ranges = true;
    int status = 200;
    std::string redirect = {};   ///< an address: status 302
    std::int64_t cutAfter = -1;  ///< closes the connection after so many bytes of an answer, `cuts` times
    int cuts = 0;
    std::int64_t promised = -1;   ///< another length than the body has
    std::int64_t slowAfter = -1;  ///< sends nothing any more after so many bytes, while the client waits
};

class HttpServer {
public:
    HttpServer()
    {
        socket_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address);
        socklen_t size = sizeof address;
        getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
        listen(socket_, 16);
        thread_ = std::thread([this] { run(); });
    }
    ~HttpServer()
    {
        stop_ = true;
        shutdown(socket_, SHUT_RDWR);
        thread_.join();
        close(socket_);
    }
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    std::string address(const std::string& path) const { return "http://127.0.0.1:" + std::to_string(port_) + path; }
    /// A port where nobody listens.
    static std::string nobody(const std::string& path) { return "http://127.0.0.1:1" + path; }

    void serve(const std::string& path, Served served)
    {
        const std::scoped_lock lock(mutex_);
        served_[path] = std::move(served);
    }
    /// "PATH" or "PATH RANGE" of each request so far.
    std::vector<std::string> requests() const
    {
        const std::scoped_lock lock(mutex_);
        return requests_;
    }

private:
    void run()
    {
        while (!stop_) {
            const int client = accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
            if (client < 0) return;
            answer(client);
            close(client);
        }
    }

    static std::string headerOf(const std::string& request, const std::string& name)
    {
        const auto at = request.find("\r\n" + name + ": ");
        if (at == std::string::npos) return {};
        const auto from = at + name.size() + 4;
        return request.substr(from, request.find("\r\n", from) - from);
    }

    void answer(int client)
    {
        std::string request;
        char buffer[4096];
        while (request.find("\r\n\r\n") == std::string::npos) {
            const ssize_t got = recv(client, buffer, sizeof buffer, 0);
            if (got <= 0) return;
            request.append(buffer, std::size_t(got));
        }
        const auto begin = request.find(' ') + 1;
        const std::string path = request.substr(begin, request.find(' ', begin) - begin);
        const std::string range = headerOf(request, "Range"), ifRange = headerOf(request, "If-Range");
        Served served;
        bool known = false;
        {
            const std::scoped_lock lock(mutex_);
            requests_.push_back(range.empty() ? path : path + " " + range);
            if (const auto at = served_.find(path); at != served_.end()) {
                known = true;
                served = at->second;
                if (at->second.cuts > 0) --at->second.cuts;
            }
        }
        if (!known) return say(client, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        if (!served.redirect.empty())
            return say(client, "HTTP/1.1 302 Found\r\nLocation: " + served.redirect + "\r\nContent-Length: 0\r\n\r\n");
        if (served.status != 200) return say(client, "HTTP/1.1 " + std::to_string(served.status) + " No\r\nContent-Length: 0\r\n\r\n");
        std::size_t from = 0;
        std::string head = "HTTP/1.1 200 OK\r\n";
        if (served.ranges && range.starts_with("bytes=") && ifRange == served.etag) {
            from = std::stoul(range.substr(6));
            if (from >= served.body.size())
                return say(client, "HTTP/1.1 416 Range Not Satisfiable\r\nContent-Range: bytes */" + std::to_string(served.body.size()) +
                                       "\r\nContent-Length: 0\r\n\r\n");
            head = "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes " + std::to_string(from) + "-" +
                   std::to_string(served.body.size() - 1) + "/" + std::to_string(served.body.size()) + "\r\n";
        }
        const std::string body = served.body.substr(from);
        const std::int64_t length = served.promised >= 0 ? served.promised : std::int64_t(body.size());
        say(client, head + (served.etag.empty() ? "" : "ETag: " + served.etag + "\r\n") + "Content-Length: " + std::to_string(length) +
                        "\r\nConnection: close\r\n\r\n");
        const bool cut = served.cutAfter >= 0 && served.cuts > 0;
        std::size_t sent = cut ? std::min(body.size(), std::size_t(served.cutAfter)) : body.size();
        if (served.slowAfter >= 0) sent = std::min(sent, std::size_t(served.slowAfter));
        say(client, body.substr(0, sent));
        if (served.slowAfter >= 0)
            while (!stop_ && recv(client, buffer, sizeof buffer, MSG_DONTWAIT) != 0 && std::chrono::steady_clock::now() < patience())
                std::this_thread::sleep_for(std::chrono::milliseconds(5));  // the client gives up, not the server
    }

    std::chrono::steady_clock::time_point patience()
    {
        if (patience_ == std::chrono::steady_clock::time_point()) patience_ = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        return patience_;
    }

    static void say(int client, const std::string& text)
    {
        for (std::size_t from = 0; from < text.size();) {
            const ssize_t sent = send(client, text.data() + from, text.size() - from, MSG_NOSIGNAL);
            if (sent <= 0) return;
            from += std::size_t(sent);
        }
    }

    int socket_ = -1;
    int port_ = 0;
    std::atomic<bool> stop_ = false;
    mutable std::mutex mutex_;
    std::map<std::string, Served> served_;
    std::vector<std::string> requests_;
    std::chrono::steady_clock::time_point patience_;
    std::thread thread_;
};

}  // namespace test

// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <optional>

namespace falconer {

// One choice of a few, side by side: "all | pending 212 | error 9". Left and right arrows move.
class SegmentedButton final : public QWidget {
    Q_OBJECT

public:
    explicit SegmentedButton(QWidget *parent = nullptr);

    // Returns its index. The first one is chosen until somebody chooses.
    int addSegment(const QString &text, const QString &toolTip = {});
    // A width that must not jump while a number in the text changes is kept from shrinking.
    void setText(int index, const QString &text);
    // "pending 212"; the word alone while the count is not known.
    void setCounted(int index, const QString &word, std::optional<qint64> count);
    void setToolTip(int index, const QString &toolTip);
    void setSegmentEnabled(int index, bool enabled); // say why in its tooltip
    QString text(int index) const;

    int currentIndex() const { return m_current; }
    void setCurrentIndex(int index); // announced by currentChanged

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Segment {
        QString text;
        QString toolTip;
        int width = 0;
        bool enabled = true;
    };

    QRect segmentRect(int index) const;
    int segmentAt(const QPoint &position) const;
    void step(int direction);
    void describe();

    QList<Segment> m_segments;
    int m_current = 0;
    int m_hovered = -1;
};

} // namespace falconer
